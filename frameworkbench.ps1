# Builds the command line with its engines if need be and calls it: ./frameworkbench.ps1 list experiments
# Works in Windows PowerShell 5.1 and in PowerShell 7. ASCII only: 5.1 reads a script without a byte order mark in the
# machine's own code page.

# With 'Stop', 5.1 ends the script at the first line on standard error when its caller redirects that.
$ErrorActionPreference = 'Continue'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('frameworkbench: dotnet was not found; install the .NET 10 SDK')
    exit 1
}
$encoding = [Console]::OutputEncoding
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
try {
    $project = Join-Path $PSScriptRoot 'src/FrameworkBench.Cli'
    $program = Join-Path $PSScriptRoot 'artifacts/bin/FrameworkBench.Cli/release/FrameworkBench.Cli.dll'
    if (-not (Test-Path $program)) {
        [Console]::Error.WriteLine('frameworkbench: building, which takes about a minute the first time')
    }
    # Without the analyzers, which the tests' build has, and with one compiler process for all projects: half the time.
    $log = & dotnet build $project --configuration Release '-p:RunAnalyzers=false' '-p:UseSharedCompilation=true' --nologo --verbosity quiet
    if ($LASTEXITCODE -ne 0) {
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('frameworkbench: the build failed; see above')
        exit 1
    }
    & dotnet $program @args
    exit $LASTEXITCODE
}
finally {
    [Console]::OutputEncoding = $encoding
}
