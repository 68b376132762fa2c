# Builds the command line with its engines and runs every experiment. Arguments go to `frameworkbench run-all`.
# Works in Windows PowerShell 5.1 and in PowerShell 7.
& (Join-Path $PSScriptRoot 'frameworkbench.ps1') run-all @args
exit $LASTEXITCODE
