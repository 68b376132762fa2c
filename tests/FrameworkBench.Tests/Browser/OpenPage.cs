using Microsoft.Playwright;

namespace FrameworkBench.Tests.Browser;

/// <summary>A page in a browser, with its errors and its requests.</summary>
internal sealed class OpenPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Errors and warnings of its console, dialogs that it showed, and requests other than for itself.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<OpenPage> OfAsync(IBrowserContext context, string path)
    {
        IPage page = await context.NewPageAsync();
        var open = new OpenPage(context, page);
        string address = new Uri(path).AbsoluteUri;
        open.Watch(address);
        await page.GotoAsync(address);
        return open;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>How many elements are there that a person sees.</summary>
    public Task<int> CountAsync(string selector) => page.Locator(selector).Filter(new() { Visible = true }).CountAsync();

    /// <summary>An element's text.</summary>
    public async Task<string> TextAsync(string selector) => await page.Locator(selector).First.TextContentAsync() ?? "";

    private void Watch(string address)
    {
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                complaints.Add($"request: {request.Url}");
        };
    }
}
