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
    # Made when the last build that succeeded began: a build has nothing to do while all that it reads is older.
    $stamp = Join-Path $PSScriptRoot 'artifacts/built'
    $current = $false
    if ((Test-Path $program) -and (Test-Path $stamp)) {
        $built = (Get-Item $stamp).LastWriteTimeUtc
        $sources = @(Get-ChildItem (Join-Path $PSScriptRoot 'src') -Recurse -Force)
        $sources += @('experiments/presets.yaml', 'results/trees-vs-networks/tables.csv', 'global.json', '.editorconfig',
            'Directory.*.props', 'artifacts/engines/*.props') |
            ForEach-Object { Get-Item (Join-Path $PSScriptRoot $_) -Force -ErrorAction SilentlyContinue }
        $current = -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
    }
    if (-not $current) {
        if (-not (Test-Path $program)) {
            [Console]::Error.WriteLine('frameworkbench: building, which takes about a minute the first time')
        }
        $begun = [DateTime]::UtcNow
        # Without the analyzers, which the tests' build has, with one compiler process for all projects, and without the
        # counters that help only programs that run for long: less than half the time.
        $counters = $env:DOTNET_TieredPGO
        $env:DOTNET_TieredPGO = '0'
        $log = & dotnet build $project --configuration Release '-p:RunAnalyzers=false' '-p:UseSharedCompilation=true' --nologo --verbosity quiet
        $status = $LASTEXITCODE
        $env:DOTNET_TieredPGO = $counters
        if ($status -ne 0) {
            $log | ForEach-Object { [Console]::Error.WriteLine($_) }
            [Console]::Error.WriteLine('frameworkbench: the build failed; see above')
            exit 1
        }
        Set-Content -Path $stamp -Value '' -Encoding ASCII
        (Get-Item $stamp).LastWriteTimeUtc = $begun
    }
    & dotnet $program @args
    exit $LASTEXITCODE
}
finally {
    [Console]::OutputEncoding = $encoding
}
