using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>datasets list|add</c>: the tables, and taking over the files of one that does not come with the project.</summary>
internal static class DatasetsCommand
{
    public static Command Make()
    {
        var list = new Command("list", "Tables with size, task and licence");
        list.SetAction(_ => List());

        var name = new Argument<string>("name") { Description = "The data set, such as mnist" };
        var folder = new Argument<string>("folder")
        {
            Description = "The folder with its files under their published names, gzipped or not",
        };
        var add = new Command("add", "Add the files of a data set that is not included; verifies their checksums") { name, folder };
        add.SetAction(parsed => Add(parsed.GetValue(name)!, parsed.GetValue(folder)!));
        var datasets = new Command("datasets", "List data sets, or add the files of one [default: list]") { list, add };
        datasets.SetAction(_ => List());
        return datasets;
    }

    /// <summary>Shows every table.</summary>
    public static int List(bool json = false)
    {
        DatasetCatalog catalog = Open();
        if (json)
        {
            JsonOutput.Write(catalog.Entries.Select(entry => DatasetJson.Of(catalog, entry)));
            return ExitCode.Done;
        }

        Terminal.Show(
            ["data set", "task", "rows", "inputs", "classes", "licence"],
            catalog.Entries.Select(entry => new[]
            {
                entry.Name,
                $"{entry.Task}".ToLowerInvariant(),
                (catalog.IsThere(entry.Name) ? $"{entry.Rows}" : $"{entry.Rows}, not added; {entry.StandIn} stands in")
                    + (DataWords.Order(entry.Group, entry.Time) is { Length: > 0 } order ? $", {order}" : ""),
                $"{catalog.InputsOf(entry.Name)}",
                entry.Classes.Count == 0 ? "" : $"{entry.Classes.Count}",
                entry.License,
            }));
        return ExitCode.Done;
    }

    private static int Add(string name, string folder)
    {
        DatasetCatalog catalog = Open();
        AddedFiles.Add(catalog, name, folder);
        Terminal.Say($"{name}: all {Figures.Whole(catalog.Find(name).Rows)} rows added; experiments on it now use them");
        return ExitCode.Done;
    }

    private static DatasetCatalog Open()
    {
        var workspace = Workspace.Find(null, null);
        return DatasetCatalog.Read(workspace.Catalog, workspace.AddedDatasets);
    }
}
