using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Keeping;
using FrameworkBench.Keeping.Onnx;

namespace FrameworkBench.Cli.Commands.Keeping;

/// <summary><c>export MODEL --onnx FILE</c>: hands a kept model to any program that runs ONNX.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        Argument<string> model = KeptModels.Argument();
        var onnx = new Option<string>("--onnx")
        {
            Description = "The ONNX file to write, with preparation and model",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("export", "Write a model of 'ask --save' for other programs") { model, onnx };
        command.SetAction(parsed => Export(parsed.GetValue(model)!, parsed.GetValue(onnx)!));
        return command;
    }

    private static int Export(string path, string output)
    {
        OutputFile.Check("--onnx", output, path);
        KeptModel model = KeptModelFile.Read(path);
        byte[] onnx = OnnxExport.Of(path, model);
        OutputFile.Write(output, stream => stream.Write(onnx));
        string[] inputs = [.. model.Columns.SelectMany(column => column.Inputs)];
        Terminal.Tell($"{Workspace.Shown(output)}: inputs {string.Join(", ", inputs)}; "
            + (model.Classes.Count == 0 ? "output value" : $"outputs label and probabilities (of {string.Join(", ", model.Classes)})"));
        return ExitCode.Done;
    }
}
