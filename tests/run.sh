# Sourced by ./monitor test. Builds once, runs every test project, adds up; the last line is "N passed, N failed".
# Arguments are passed on to the test programs (xunit.v3), e.g. -class "*Storage*".
# Documentation that none of us wrote, for the comparison with the engine itself: any built HTML would do, this one is small.
npm_tool docs-site paper@0.12.20 paper/dist/docs
export MONITOR_DOCS_SITE="${MONITOR_DOCS_SITE:-$tools/docs-site/node_modules/paper/dist/docs}"

say "Building the tests …"
dotnet build "$root/Monitor.sln" -v quiet -nologo -clp:ErrorsOnly >&2 || { echo "0 passed, 1 failed"; exit 1; }

passed=0 failed=0 skipped=0
for project in "$root"/tests/*/Monitor.*.Tests.csproj; do
  folder=$(dirname "$project") name=$(basename "$project" .csproj)
  report=$(mktemp)
  printf '\n== %s\n' "$name"
  status=0
  "$folder/bin/Debug/net10.0/$name" -nologo -noColor -xml "$report" "$@" || status=$?
  # The report tells the counts; a program that died before writing one counts as a failure.
  read -r p f s < <(sed -n 's/.*<assembly [^>]*>/&/p' "$report" | head -n 1 | awk '
    function value(name,  m) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { print value("passed"), value("failed") + value("errors"), value("skipped") + value("not-run") }') || true
  [ -n "${p:-}" ] || { p=0 f=0 s=0; }
  [ "$status" = 0 ] || [ "$f" -gt 0 ] || [ "$p$s" = 00 -a $# -gt 0 ] || f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  rm -f "$report"
done

printf '\n%s not run\n' "$skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
exit
