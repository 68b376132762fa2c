using FrameworkBench.Charts;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Kernels;
using FrameworkBench.Engines.Variables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>environment.md</c>: the machine and the engines that the results were made with.</summary>
internal static class EnvironmentPage
{
    /// <summary>The page's file.</summary>
    internal const string Name = "environment.md";

    /// <summary>Where it says why engines are not available.</summary>
    internal const string NotAvailable = $"{Name}#not-available";

    // Half as fast may be the library's choice of kernels; a quarter is one without any.
    private const double CrippledBelow = 0.25;

    private const string ProductColumn = ">matrix product, GFLOP/s";

    private const string WithoutFastKernels =
        "Its linear-algebra library lacks fast kernels; on Debian, install `libopenblas0-pthread`. ";

    private const string ChosenByOpenBlas = "OpenBLAS chose them itself. A newer version may know this processor; "
        + "`OPENBLAS_CORETYPE=SkylakeX` selects AVX-512 kernels on processors that have them. ";

    internal static ResultFile Write(RunResult run)
    {
        var page = new MarkdownDocument();
        page.Heading(1, "Environment");
        page.Paragraph("The machine and engines behind these results. Times depend on all of it; scores depend on the engines' versions.");
        page.Heading(2, "Machine").Table(Machine(run.Machine));
        VariableSection.Write(page, run.Variables);
        page.Heading(2, "Engines").Table(Engines(run));
        page.List(
            [.. run.Engines.Where(engine => engine.Available && run.Origins.ContainsKey(engine.Name))
            .Select(engine => $"**{engine.Name}**: {MarkdownText.Escape(run.Origins[engine.Name])}")]);
        foreach (string warning in Warnings(run))
            page.Warning(warning);

        var absent = run.Engines.Where(engine => !engine.Available).ToList();
        if (absent.Count > 0)
        {
            var table = new MarkdownTable("engine", "framework", "reason", "install with");
            foreach (EngineStatus engine in absent)
                table.Add(
                    $"**{engine.Name}**", MarkdownText.Escape(engine.Definition.Framework),
                    MarkdownText.Escape((engine.FailedToStart ? engine.Problem : engine.Reason) ?? "not found"),
                    engine.Definition.HowToGet is { } command ? MarkdownText.Code(command) : "–");
            page.Heading(2, "Not available").Table(table);
        }

        return new ResultFile(Name, page.ToString());
    }

    /// <summary>Engines whose matrix product is well below the fastest one's, or runs on narrower vectors than the processor has.</summary>
    internal static IEnumerable<string> Warnings(RunResult run) => MatrixProduct.Of(run).Where(product => product.IsHobbled)
        .Select(product =>
        $"**{product.Engine}** multiplies matrices at {Numbers.Alone(product.Gflops)} GFLOP/s, "
            + $"the fastest engine here at {Numbers.Alone(product.Best)}. "
            + $"{Cause(product, run.Variables ?? [])}Its times reflect this build more than the framework.");

    private static string Cause(MatrixProduct product, IReadOnlyList<FrameworkVariable> variables)
    {
        if (!product.HasNarrowVectors)
            return product.Share < CrippledBelow ? WithoutFastKernels : "";
        string kernels = MarkdownText.Escape(product.Kernels!);
        if (!product.Kernels!.StartsWith("OpenBLAS", StringComparison.Ordinal))
            return $"{Phrase.Capital(kernels)}. ";
        FrameworkVariable? forced = VariableWords.Slowing(variables).FirstOrDefault(variable => variable.Name == "OPENBLAS_CORETYPE");
        return forced is null ? $"{kernels}. {ChosenByOpenBlas}" : $"{kernels}: {MarkdownText.Code(forced.Assignment)} is set. ";
    }

    private static MarkdownTable Machine(Machine machine)
    {
        var table = new MarkdownTable("", "");
        table.Add("processor", MarkdownText.Escape(machine.Processor));
        if (machine.Vectors is { } vectors)
            table.Add("vector instructions", vectors.Words());
        table.Add("logical cores", Figures.Count(machine.Cores));
        table.Add("memory", Quantities.Gibibytes(machine.MemoryBytes));
        table.Add("operating system", MarkdownText.Escape(machine.OperatingSystem));
        table.Add("harness runtime", MarkdownText.Escape(machine.Runtime));
        table.Add("commit", machine.Commit is null ? "unknown" : MarkdownText.Code(machine.Commit));
        return table;
    }

    private static MarkdownTable Engines(RunResult run)
    {
        bool calibrated = run.Calibrations.Count > 0;
        string[] products = calibrated ? [ProductColumn] : [];
        var table = new MarkdownTable(["engine", "framework", "version", .. products, "built on"]);
        foreach (EngineStatus engine in run.Engines.Where(engine => engine.Available))
        {
            string product = run.Calibrations.GetValueOrDefault(engine.Name) is double speed ? Numbers.Alone(speed) : "–";
            table.Add(
            [
                $"**{engine.Name}**",
                MarkdownText.Escape(engine.Hello!.Framework),
                MarkdownText.Escape(engine.Hello.Version),
                .. calibrated ? [product] : Array.Empty<string>(),
                string.Join(
                    "<br>", engine.Hello.Environment.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => $"{MarkdownText.Escape(entry.Key)}: {MarkdownText.Escape(entry.Value)}")),
            ]);
        }

        return table;
    }
}
