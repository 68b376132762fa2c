using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;

namespace FrameworkBench.Cli.Commands;

/// <summary>
/// <c>engines list|install|check</c>: which engines are installed, installing others, and checking one against the protocol.
/// </summary>
internal static class EnginesCommand
{
    public static Command Make()
    {
        var list = new Command("list", "Engines, whether they are installed, and how to install them") { CommonOptions.Python };
        list.SetAction((parsed, cancellation) => ListAsync(EngineSources.Of(parsed), cancellation));

        var names = new Argument<string[]>("engine")
        {
            Description = "Engines [default: all that are not installed]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var source = new Option<string?>("--source")
        {
            Description = "An extra package source: a folder or feed of packages",
            HelpName = "FEED",
        };
        var version = new Option<string?>("--version")
        {
            Description = "Framework version [default: the one that this project is tested with]",
            HelpName = "V",
        };
        var install =
            new Command(
                "install", "Install the frameworks of engines inside the project's folders") { names, source, version,
                CommonOptions.Python };
        install.SetAction((parsed, cancellation) => InstallAsync(
            parsed.GetValue(names) ?? [], parsed.GetValue(source), parsed.GetValue(version), EngineSources.Of(parsed), cancellation));

        var engine = new Argument<string>("engine") { Description = "The engine" };
        var text = new Argument<string>("text")
        {
            Description = "Where its framework came from, such as the source of a package; an empty text removes the note",
        };
        var origin = new Command("origin", "Record where an engine's framework came from, for the environment page") { engine, text };
        origin.SetAction(parsed => KeepOrigin(parsed.GetValue(engine)!, parsed.GetValue(text)!, EngineSources.Of(parsed)));

        var engines = new Command("engines", "List, install or check engines [default: list]")
        {
            list, install, EnginesCheckCommand.Make(), origin,
        };
        engines.SetAction((parsed, cancellation) => ListAsync(EngineSources.Of(parsed), cancellation));
        return engines;
    }

    /// <summary>Shows every engine.</summary>
    public static async Task<int> ListAsync(EngineSources sources, CancellationToken cancellation, bool json = false)
    {
        var engines = await Open(sources).EnginesAsync([], cancellation).ConfigureAwait(false);
        if (json)
            JsonOutput.Write(engines.Select(EngineJson.Of));
        else
            Terminal.Show(
                ["engine", "framework", "version", "state"],
                engines.Select(engine => new[]
                {
                    engine.Name,
                    engine.Definition.Framework,
                    engine.Hello?.Version ?? "",
                    engine.Absence ?? "available",
                }));
        return ExitCode.After(engines);
    }

    private static async Task<int> InstallAsync(
        string[] names, string? source, string? version, EngineSources sources, CancellationToken cancellation)
    {
        if (names.Length != 1 && (source ?? version) is not null)
            throw new WrongInputException("--source and --version apply to one engine; name exactly one");
        Session session = Open(sources);
        IReadOnlyList<EngineDefinition> wanted = names.Length > 0
            ? session.Definitions(names)
            : [.. (await session.EnginesAsync([], cancellation).ConfigureAwait(false))
                .Where(engine => !engine.Available && engine.Definition.Folder is null).Select(engine => engine.Definition)];
        if (wanted.FirstOrDefault(engine => engine.Folder is not null) is { } outside)
            throw new WrongInputException($"{outside.Name}: not an engine of FrameworkBench; install what {outside.Folder} needs yourself");
        bool all = true;
        foreach (EngineDefinition engine in wanted)
        {
            InstallResult result = await session.Installer.InstallAsync(new InstallRequest(engine, source, version), cancellation)
                .ConfigureAwait(false);
            EngineStatus status = (await session.EnginesAsync([engine.Name], cancellation).ConfigureAwait(false))[0];
            foreach (string step in result.Tried)
                Terminal.Say($"{engine.Name}: tried: {step}");
            Terminal.Say(
                status.Hello is { } hello ? $"{engine.Name}: {hello.Framework} {hello.Version} installed"
                : $"{engine.Name}: not available: {result.Reason ?? status.Reason}");
            all &= status.Available;
        }

        return all ? ExitCode.Done : ExitCode.SomeTrialFailed;
    }

    private static int KeepOrigin(string engine, string text, EngineSources sources)
    {
        Session session = Open(sources);
        session.Definitions([engine]);
        session.Origins.Keep(engine, text);
        return ExitCode.Done;
    }

    private static Session Open(EngineSources sources) => new(Workspace.Find(null, null), sources);
}
