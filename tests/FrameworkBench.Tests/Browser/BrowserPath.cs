namespace FrameworkBench.Tests.Browser;

/// <summary>The browser that the pages are tested in: Chromium or Chrome.</summary>
internal static class BrowserPath
{
    /// <summary>Names another browser; one that is named must be there.</summary>
    private const string Variable = "FRAMEWORKBENCH_BROWSER";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>The program; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named : Usual.FirstOrDefault(File.Exists);
}
