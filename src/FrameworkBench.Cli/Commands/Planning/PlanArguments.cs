using System.Globalization;
using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>The command line that says the same as a request.</summary>
internal static class PlanArguments
{
    /// <summary>Experiments and options, without the command. Files and folders are told by their full paths.</summary>
    public static IReadOnlyList<string> Of(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] profile = request.Plan.Profile switch { Profile.Quick => ["--quick"], Profile.Full => ["--full"], Profile.Default => [] };
        return
        [
            .. Experiments(request),
            .. request.Long ? ["--long"] : Array.Empty<string>(),
            .. profile,
            .. request.Engines.SelectMany(engine => new[] { "--engine", engine }),
            .. Option("--seeds", request.Plan.Seeds?.ToString(CultureInfo.InvariantCulture)),
            .. Option("--store", request.Workspace.Store),
            .. Option("--python", request.Sources.Python),
            .. request.Sources.Folders.SelectMany(folder => new[] { "--engine-path", Path.GetFullPath(folder) }),
        ];
    }

    /// <summary>The experiments, files by their full paths.</summary>
    public static IReadOnlyList<string> Experiments(PlanRequest request) =>
        [.. request.Experiments.Select(name => File.Exists(name) ? Path.GetFullPath(name) : name)];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
