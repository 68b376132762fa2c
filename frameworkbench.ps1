# Builds the command line with its engines if need be and calls it: ./frameworkbench.ps1 list experiments
# Works in Windows PowerShell 5.1 and in PowerShell 7.
$ErrorActionPreference = 'Stop'
$project = Join-Path $PSScriptRoot 'src/FrameworkBench.Cli'
$log = & dotnet build $project --configuration Release --nologo --verbosity quiet 2>&1
if ($LASTEXITCODE -ne 0) {
    $log | ForEach-Object { Write-Host $_ }
    Write-Host 'frameworkbench: the build failed; see above'
    exit 1
}
$program = Join-Path $PSScriptRoot 'artifacts/bin/FrameworkBench.Cli/release/FrameworkBench.Cli.dll'
& dotnet $program @args
exit $LASTEXITCODE
