@echo off
rem jdgen every night; the Task Scheduler starts this. What the last run said is in the .log file.
rem Letters of drives you mapped are not there for a task: use \\server\folder instead.
chcp 65001 >nul
set PYTHONUTF8=1
pushd "${project}" || exit /b 2
${line} > "${log}" 2>&1
set code=%ERRORLEVEL%
popd
exit /b %code%
