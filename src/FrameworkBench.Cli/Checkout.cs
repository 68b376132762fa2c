using System.Diagnostics;

namespace FrameworkBench.Cli;

/// <summary>What version control knows of the project's folder.</summary>
internal static class Checkout
{
    /// <summary>
    /// The commit, marked when tracked files other than results were changed, or when git cannot tell; null without git or outside
    /// a checkout.
    /// </summary>
    public static string? Commit(string root)
    {
        string? commit = Git(root, "rev-parse", "--short=12", "HEAD");
        string? changed = Git(root, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!results");
        return string.IsNullOrEmpty(commit) ? null : changed switch
        {
            null => $"{commit}, changes unknown",
            "" => commit,
            _ => $"{commit} with changes",
        };
    }

    private static string? Git(string root, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
            if (process is null)
                return null;
            _ = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
