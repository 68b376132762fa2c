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

    /// <summary>Whether a folder is part of a checkout, and git there to say so.</summary>
    public static bool Is(string folder) => Git(folder, "rev-parse", "--git-dir") is not null;

    /// <summary>
    /// The object that a revision names, such as <c>main</c> a commit and <c>main:results</c> a folder; null when there is none.
    /// </summary>
    /// <param name="root">A folder of the checkout.</param>
    /// <param name="revision">The revision.</param>
    public static string? Find(string root, string revision) =>
        Git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision);

    /// <summary>Gives the files of a folder as a tar archive, with the bytes that were committed.</summary>
    /// <param name="root">A folder of the checkout.</param>
    /// <param name="tree">The folder's object.</param>
    /// <param name="read">Reads the archive.</param>
    /// <returns>Whether git made all of it.</returns>
    public static bool Archive(string root, string tree, Action<Stream> read)
    {
        using Process? process = Start(root, ["-c", "core.autocrlf=false", "archive", "--format=tar", tree]);
        if (process is null)
            return false;
        try
        {
            read(process.StandardOutput.BaseStream);
        }
        catch (EndOfStreamException)
        {
            return false;
        }

        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string? Git(string root, params string[] arguments)
    {
        using Process? process = Start(root, arguments);
        if (process is null)
            return null;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }

    // Null where git is not installed.
    private static Process? Start(string root, IEnumerable<string> arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
            _ = process?.StandardError.ReadToEndAsync();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
