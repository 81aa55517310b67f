#!/bin/sh
# Runs a server until standard input closes, so that it ends with the tests, should they die.
"$@" </dev/null &
server=$!
cat >/dev/null
kill "$server"
