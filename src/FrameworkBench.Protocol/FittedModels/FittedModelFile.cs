namespace FrameworkBench.Protocol.FittedModels;

/// <summary>The file in which an engine gives a fitted model to the harness.</summary>
public static class FittedModelFile
{
    private const string Format = "fitted model 1";

    /// <summary>Writes a model.</summary>
    public static void Write(string path, FittedModel model)
    {
        using FileStream file = File.Create(path);
        ArrayDocument.Write(file, Format, model);
    }

    /// <summary>Reads a model, and checks that its steps fit together.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="InvalidDataException">It is none, or was altered; the message says what was found.</exception>
    public static FittedModel Read(ReadOnlyMemory<byte> file)
    {
        var model = ArrayDocument.Read<FittedModel>(file, Format);
        model.Check();
        return model;
    }
}
