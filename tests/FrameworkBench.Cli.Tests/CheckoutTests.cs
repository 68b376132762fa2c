using System.Diagnostics;

namespace FrameworkBench.Cli.Tests;

/// <summary>What version control says of a folder goes to the page of the environment.</summary>
public sealed class CheckoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_checkout_is_clean_changed_or_unknown_and_never_clean_when_git_cannot_tell()
    {
        await GitAsync("init", "--quiet");
        folder.Write("one.txt", "one");
        await GitAsync("add", "one.txt");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "one");
        string clean = Checkout.Commit(folder.Root)!;

        folder.Write("one.txt", "other");
        string? changed = Checkout.Commit(folder.Root);
        folder.Write(".git/index", "not an index");
        string? unknown = Checkout.Commit(folder.Root);

        Assert.Matches("^[0-9a-f]{12}$", clean);
        Assert.Equal(($"{clean} with changes", $"{clean}, changes unknown"), (changed, unknown));
    }

    private async Task GitAsync(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Root })!;
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
    }
}
