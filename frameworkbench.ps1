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
    # The first is made when the last build that succeeded began, the second when it ended: a build has nothing to do while all
    # that it reads is older than the first, and all that it made as old as the second. A folder is newer when something in it
    # came or went.
    $begun = Join-Path $PSScriptRoot 'artifacts/build-began'
    $ended = Join-Path $PSScriptRoot 'artifacts/build-ended'
    $current = $false
    if ((Test-Path $program) -and (Test-Path $begun) -and (Test-Path $ended)) {
        $sources = @(Get-ChildItem (Join-Path $PSScriptRoot 'src') -Recurse -Force)
        $sources += @('src', 'experiments/presets.yaml', 'results/trees-vs-networks/tables.csv', 'global.json', '.editorconfig',
            'Directory.*', 'artifacts/engines/*.props') |
            ForEach-Object { Get-Item (Join-Path $PSScriptRoot $_) -Force -ErrorAction SilentlyContinue }
        $made = @('.', 'experiments', 'results', 'results/trees-vs-networks', 'artifacts/engines', 'artifacts/bin',
            'artifacts/bin/*', 'artifacts/bin/*/*') |
            ForEach-Object { Get-Item (Join-Path $PSScriptRoot $_) -Force -ErrorAction SilentlyContinue } |
            Where-Object { $_.PSIsContainer }
        $sinceBegun = (Get-Item $begun).LastWriteTimeUtc
        $sinceEnded = (Get-Item $ended).LastWriteTimeUtc
        $newer = @($sources | Where-Object { $_.LastWriteTimeUtc -gt $sinceBegun } | Select-Object -First 1)
        $newer += @($made | Where-Object { $_.LastWriteTimeUtc -gt $sinceEnded } | Select-Object -First 1)
        $current = $newer.Count -eq 0
    }
    if (-not $current) {
        if (-not (Test-Path $program)) {
            [Console]::Error.WriteLine('frameworkbench: building, which takes about a minute the first time')
        }
        $start = [DateTime]::UtcNow
        # Without the analyzers, which the tests' build has, with one compiler process for all projects, and without the
        # counters that help only programs that run for long: less than half the time.
        $counters = $env:DOTNET_TieredPGO
        try {
            $env:DOTNET_TieredPGO = '0'
            $log = & dotnet build $project --configuration Release '-p:RunAnalyzers=false' '-p:UseSharedCompilation=true' --nologo `
                --verbosity quiet
            $status = $LASTEXITCODE
        }
        finally {
            $env:DOTNET_TieredPGO = $counters
        }
        if ($status -ne 0) {
            $log | ForEach-Object { [Console]::Error.WriteLine($_) }
            [Console]::Error.WriteLine('frameworkbench: the build failed; see above')
            exit 1
        }
        Set-Content -Path $begun -Value '' -Encoding ASCII
        (Get-Item $begun).LastWriteTimeUtc = $start
        Set-Content -Path $ended -Value '' -Encoding ASCII
    }
    & dotnet $program @args
    exit $LASTEXITCODE
}
finally {
    [Console]::OutputEncoding = $encoding
}
