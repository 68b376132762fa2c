namespace FrameworkBench.Cli.Commands.Keeping;

/// <summary>A file that a command is to write.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a place where no file can be written, before any work is done.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file; null for none.</param>
    /// <param name="inputs">The files that the command reads.</param>
    /// <exception cref="WrongInputException">It is a folder, in none, or one of the inputs.</exception>
    public static void Check(string option, string? path, params IReadOnlyList<string> inputs)
    {
        if (path is null)
            return;
        if (path.Length == 0 || Directory.Exists(path))
            throw new WrongInputException($"{option}: '{path}' is a folder; expected a file");
        if (inputs.Any(input => Path.GetFullPath(input) == Path.GetFullPath(path)))
            throw new WrongInputException($"{option}: '{path}' is what is read; expected another file");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new WrongInputException($"{option}: no folder '{folder}'; expected an existing folder");
    }

    /// <summary>Writes a file whole, or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            using (FileStream file = File.Create(unfinished))
                write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
