using System.Diagnostics;
using System.Text;

namespace FrameworkBench.FaultyEngine;

/// <summary>Lets replies through, or spoils them as the present fault says.</summary>
/// <param name="real">Where replies go.</param>
public sealed class FaultyOutput(TextWriter real) : TextWriter
{
    /// <summary>What to do wrong.</summary>
    public Fault Fault { get; set; }

    /// <inheritdoc/>
    public override Encoding Encoding => real.Encoding;

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        string line = value ?? "";
        bool ends = line.Contains("\"type\":\"fitted\"", StringComparison.Ordinal);
        switch (Fault)
        {
            case Fault.Garbage when ends:
                real.WriteLine("Epoch 1/5 [======>.....] loss: 0.31");
                break;
            case Fault.WrongId when ends:
                line = line.Replace("\"id\":\"", "\"id\":\"not-", StringComparison.Ordinal);
                break;
            case Fault.NoPredictions when ends && Predictions is not null:
                File.Delete(Predictions);
                break;
            case Fault.CutPredictions or Fault.HugePredictions when ends && Predictions is not null:
                using (FileStream file = File.OpenWrite(Predictions))
                    file.SetLength(Fault == Fault.CutPredictions ? file.Length - 1 : 1_000_000_000);
                break;
            case Fault.FolderOfPredictions when ends && Predictions is not null:
                File.Delete(Predictions);
                Directory.CreateDirectory(Predictions);
                break;
            case Fault.PipeOfPredictions when ends && Predictions is not null:
                File.Delete(Predictions);
                Process.Start("mkfifo", [Predictions]).WaitForExit();
                break;
            case Fault.RemovesFolder when ends && Predictions is not null:
                Directory.Delete(Path.GetFullPath(Path.Combine(Predictions, "..", "..", "..")), recursive: true);
                break;
            case Fault.HalfLine when ends:
                real.Write(line[..(line.Length / 2)]);
                real.Flush();
                Environment.Exit(0);
                return;
            case Fault.EndlessLine when ends:
                while (true)
                    real.Write(new string('x', 10_000));
            case Fault.Rewritten:
                line = line.Replace(
                    Environment.GetEnvironmentVariable("REPLACED")!, Environment.GetEnvironmentVariable("REPLACEMENT"),
                    StringComparison.Ordinal);
                break;
            case Fault.Silent when line.Contains("\"type\":\"refused\"", StringComparison.Ordinal):
                return;
        }

        real.WriteLine(line);
        if (Fault == Fault.GarbageAfterwards && ends)
            real.WriteLine("Done.");
        real.Flush();
    }

    /// <summary>The file of predictions of the fit under way.</summary>
    public string? Predictions { get; set; }
}
