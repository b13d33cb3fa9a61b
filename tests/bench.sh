# Sourced by ./monitor bench. Builds the benchmarks and runs the one named, or lists them.
dotnet build "$root/tests/benchmarks" -c Release -v quiet -nologo -clp:ErrorsOnly >&2 || die "the benchmarks do not build; see above"
exec env MONITOR_ROOT="$root" dotnet "$root/tests/benchmarks/bin/Release/net10.0/Monitor.Benchmarks.dll" "$@"
