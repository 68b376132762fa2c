using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Reading;

namespace FrameworkBench.Keeping;

/// <summary>Reads and writes kept models. docs/model-file.md describes the file.</summary>
public static class KeptModelFile
{
    private const string Format = "frameworkbench model 1";

    /// <summary>Writes a model; the same one gives the same bytes.</summary>
    public static void Write(Stream stream, KeptModel model) => ArrayDocument.Write(stream, Format, model);

    /// <summary>Reads a model, and checks all of it.</summary>
    /// <exception cref="KeptModelException">It is none, or was altered; the exception says what was found.</exception>
    public static KeptModel Read(string path)
    {
        try
        {
            using FileStream file = RegularFile.Open(path);
            if (file.Length > Array.MaxLength)
                throw new KeptModelException(path, $"has {file.Length:N0} bytes; a model has at most {Array.MaxLength:N0}");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(path, bytes);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeptModelException(path, "no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeptModelException(path, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads a model from its file's bytes.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="KeptModelException">It is none, or was altered; the exception says what was found.</exception>
    public static KeptModel Read(string path, byte[] bytes)
    {
        try
        {
            var model = ArrayDocument.Read<KeptModel>(bytes, Format);
            return model.Problem() is { } problem ? throw new KeptModelException(path, $"no model that can be: {problem}") : model;
        }
        catch (InvalidDataException error)
        {
            throw new KeptModelException(path, $"no model that 'ask --save' has written: {error.Message.TrimEnd('.')}");
        }
    }
}
