using System.CommandLine;

namespace FrameworkBench.Cli.Help;

/// <summary>What somebody would type: a line or two for each command.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "frameworkbench list", "frameworkbench run xor iris --engine scratch --seeds 10",
            "frameworkbench ask houses.csv --target price",
        ],
        ["run-all"] = ["frameworkbench run-all --quick", "frameworkbench run-all --long"],
        ["run"] =
        [
            "frameworkbench run xor iris --engine scratch --seeds 10", "frameworkbench run my-iris.yaml --no-timings --json",
            "frameworkbench run xor --shard 0/8",
        ],
        ["ask"] = ["frameworkbench ask houses.csv --target price", "frameworkbench ask houses.csv --target price --save houses.fb"],
        ["predict"] = ["frameworkbench predict houses.fb new.csv", "frameworkbench predict houses.fb new.csv --out prices.csv"],
        ["export"] = ["frameworkbench export houses.fb --onnx houses.onnx"],
        ["tune"] = ["frameworkbench tune --table houses.csv --target price", "frameworkbench tune trees-vs-networks --seconds 60"],
        ["report"] = ["frameworkbench report", "frameworkbench report xor --quick --results pages"],
        ["plan"] = ["frameworkbench plan xor iris", "frameworkbench plan --long --shards 8 --json"],
        ["submit"] = ["frameworkbench submit slurm xor --shards 8 --time 30"],
        ["submit slurm"] =
        [
            "frameworkbench submit slurm xor --shards 8 --time 30",
            "frameworkbench submit slurm --long --shards 200 --memory \"4 GB\" --dry-run",
        ],
        ["status"] = ["frameworkbench status", "frameworkbench status 1234 --json"],
        ["cancel"] = ["frameworkbench cancel 1234"],
        ["list"] = ["frameworkbench list", "frameworkbench list claims --json"],
        ["list experiments"] = ["frameworkbench list experiments"],
        ["list engines"] = ["frameworkbench list engines --python /opt/python/bin/python3"],
        ["list datasets"] = ["frameworkbench list datasets"],
        ["list claims"] = ["frameworkbench list claims"],
        ["validate"] = ["frameworkbench validate xor", "frameworkbench validate my-iris.yaml"],
        ["new"] = ["frameworkbench new experiment my-wines", "frameworkbench new engine nearest --language python"],
        ["new experiment"] = ["frameworkbench new experiment my-wines"],
        ["new engine"] = ["frameworkbench new engine nearest --language csharp"],
        ["datasets"] = ["frameworkbench datasets list"],
        ["datasets list"] = ["frameworkbench datasets list"],
        ["datasets add"] = ["frameworkbench datasets add mnist Downloads"],
        ["engines"] = ["frameworkbench engines list"],
        ["engines list"] = ["frameworkbench engines list"],
        ["engines install"] = ["frameworkbench engines install", "frameworkbench engines install sklearn --version 1.5.2"],
        ["engines check"] = ["frameworkbench engines check scratch", "frameworkbench engines check --command \"python3 my_engine.py\""],
        ["engines origin"] = ["frameworkbench engines origin sklearn \"package python3-sklearn of Debian 13\""],
        ["parity"] = ["frameworkbench parity --quick", "frameworkbench parity --engine torchsharp"],
        ["diff"] = ["frameworkbench diff", "frameworkbench diff main HEAD --markdown", "frameworkbench diff before after"],
        ["store"] = ["frameworkbench store check", "frameworkbench store gc --dry-run"],
        ["store check"] = ["frameworkbench store check", "frameworkbench store check --store trials --json"],
        ["store gc"] = ["frameworkbench store gc", "frameworkbench store gc --unplanned", "frameworkbench store gc --unplanned --yes"],
        ["store export"] =
        [
            "frameworkbench store export xor --format csv --out xor.csv", "frameworkbench store export --out trials.jsonl",
        ],
        ["completion"] = ["source <(./frameworkbench completion bash)"],
        ["claims"] = ["frameworkbench claims verify"],
        ["claims freeze"] = ["frameworkbench claims freeze --experiment my-iris"],
        ["claims verify"] = ["frameworkbench claims verify", "frameworkbench claims verify xor --results pages"],
    };

    /// <summary>The examples of a command; none when it has none.</summary>
    /// <param name="path">The command's words below the program: <c>claims verify</c>.</param>
    public static IReadOnlyList<string> Of(string path) => Lines.GetValueOrDefault(path) ?? [];

    /// <summary>The words that a command is called by, without the program's: <c>claims verify</c>; empty for the program itself.</summary>
    public static string PathOf(Command command)
    {
        var words = new Stack<string>();
        for (Command? at = command; at is not null and not RootCommand; at = at.Parents.OfType<Command>().FirstOrDefault())
            words.Push(at.Name);
        return string.Join(' ', words);
    }
}
