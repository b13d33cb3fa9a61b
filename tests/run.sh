# Sourced by ./monitor test. Builds once, runs every test project, adds up; the last line is "N passed, N failed".
# Arguments are passed on to the test programs (xunit.v3), e.g. -class "*Storage*".

# Documentation that none of us wrote, for the comparison with the engine itself: any built HTML would do, this one is small.
npm_tool docs-site paper@0.12.20 paper/dist/docs
export MONITOR_DOCS_SITE="${MONITOR_DOCS_SITE:-$tools/docs-site/node_modules/paper/dist/docs}"

say "Building the tests …"
dotnet build "$root/Monitor.sln" -v quiet -nologo -clp:ErrorsOnly >&2 || { echo "0 passed, 1 failed"; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# run_tests PROJECT ARGUMENTS: runs one test project; its output, report and exit code are kept for later.
run_tests() {
  local name; name=$(basename "$1" .csproj)
  local program; program="$(dirname "$1")/bin/Debug/net10.0/$name"
  shift
  local status=0
  "$program" -nologo -noColor -xml "$results/$name.xml" "$@" >"$results/$name.log" 2>&1 || status=$?
  echo "$status" >"$results/$name.status"
}

# count NAME ATTRIBUTE: a figure of a project's report; 0 when it wrote none.
count() {
  { grep -o -m 1 "<assembly [^>]*>" "$results/$1.xml" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; } || echo 0
}

# The local tests mostly wait for a demo that runs beside them, so they run beside the other projects.
run_tests "$root/tests/local/Monitor.Local.Tests.csproj" "$@" &
for project in "$root"/tests/*/Monitor.*.Tests.csproj; do
  [ "$(basename "$project")" = Monitor.Local.Tests.csproj ] || run_tests "$project" "$@"
done
wait

passed=0 failed=0 skipped=0
for project in "$root"/tests/*/Monitor.*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  printf '\n== %s\n' "$name"
  cat "$results/$name.log"
  p=$(count "$name" passed) f=$(($(count "$name" failed) + $(count "$name" errors))) s=$(($(count "$name" skipped) + $(count "$name" not-run)))
  # A program that ended badly without a failed test of its own is a failure all the same; one that a filter left without tests is not.
  [ "$(cat "$results/$name.status")" = 0 ] || [ "$f" -gt 0 ] || { [ $# -gt 0 ] && [ "$p" = 0 ]; } || f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

printf '\n%s not run\n' "$skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
exit
