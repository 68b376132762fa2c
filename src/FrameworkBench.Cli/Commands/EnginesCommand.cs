using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>engines list|install|check</c>: which engines are installed, installing others, and checking one against the protocol.</summary>
internal static class EnginesCommand
{
    public static Command Make()
    {
        var python = CommonOptions.Python();
        var list = new Command("list", "Engines, whether they are installed, and how to install them") { python };
        list.SetAction((parsed, cancellation) => ListAsync(parsed.GetValue(python), cancellation));

        var names = new Argument<string[]>("engine") { Description = "Engines [default: all that are not installed]", Arity = ArgumentArity.ZeroOrMore };
        var source = new Option<string?>("--source") { Description = "An extra package source: a folder or feed of packages", HelpName = "FEED" };
        var version = new Option<string?>("--version") { Description = "Framework version [default: the one that this project is tested with]", HelpName = "V" };
        var install = new Command("install", "Install the frameworks of engines inside the project's folders") { names, source, version, python };
        install.SetAction((parsed, cancellation) => InstallAsync(
            parsed.GetValue(names) ?? [], parsed.GetValue(source), parsed.GetValue(version), parsed.GetValue(python), cancellation));

        var engine = new Argument<string>("engine") { Description = "The engine" };
        var text = new Argument<string>("text")
        {
            Description = "Where its framework came from, such as the source of a package; an empty text removes the note",
        };
        var origin = new Command("origin", "Record where an engine's framework came from, for the environment page") { engine, text };
        origin.SetAction(parsed => KeepOrigin(parsed.GetValue(engine)!, parsed.GetValue(text)!));

        return new Command("engines", "List, install or check engines") { list, install, EnginesCheckCommand.Make(), origin };
    }

    /// <summary>Shows every engine.</summary>
    public static async Task<int> ListAsync(string? python, CancellationToken cancellation)
    {
        var engines = await Open(python).EnginesAsync([], cancellation).ConfigureAwait(false);
        Terminal.Show(
            ["engine", "framework", "version", "state"],
            engines.Select(engine => new[]
            {
                engine.Name,
                engine.Definition.Framework,
                engine.Hello?.Version ?? "",
                engine.Absence ?? "available",
            }));
        return ExitCode.Done;
    }

    private static async Task<int> InstallAsync(string[] names, string? source, string? version, string? python, CancellationToken cancellation)
    {
        if (names.Length != 1 && (source ?? version) is not null)
            throw new WrongInputException("--source and --version apply to one engine; name exactly one");
        Session session = Open(python);
        IReadOnlyList<EngineDefinition> wanted = names.Length > 0
            ? Session.Definitions(names)
            : [.. (await session.EnginesAsync([], cancellation).ConfigureAwait(false)).Where(engine => !engine.Available).Select(engine => engine.Definition)];
        bool all = true;
        foreach (EngineDefinition engine in wanted)
        {
            InstallResult result = await session.Installer.InstallAsync(new InstallRequest(engine, source, version), cancellation).ConfigureAwait(false);
            EngineStatus status = (await session.EnginesAsync([engine.Name], cancellation).ConfigureAwait(false))[0];
            foreach (string step in result.Tried)
                Terminal.Say($"{engine.Name}: tried: {step}");
            Terminal.Say(status.Hello is { } hello ? $"{engine.Name}: {hello.Framework} {hello.Version} installed" : $"{engine.Name}: not available: {result.Reason ?? status.Reason}");
            all &= status.Available;
        }

        return all ? ExitCode.Done : ExitCode.SomeTrialFailed;
    }

    private static int KeepOrigin(string engine, string text)
    {
        Session.Definitions([engine]);
        Open(null).Origins.Keep(engine, text);
        return ExitCode.Done;
    }

    private static Session Open(string? python) => new(Workspace.Find(null, null), python);
}
