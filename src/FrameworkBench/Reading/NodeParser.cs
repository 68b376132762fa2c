using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FrameworkBench.Reading;

/// <summary>
/// Makes a tree of nodes of a YAML text. It reads the events of the parser itself, since YamlDotNet's own tree stops at
/// the first duplicate key and a file's writer should see all of them.
/// </summary>
internal sealed class NodeParser
{
    // Each is far beyond what any file needs, and far below what memory, time and the stack bear.
    private const int Deepest = 64;
    private const int MostNodes = 100_000;
    private const int MostCharacters = 20_000;

    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly ProblemList problems;
    private int depth;
    private int nodes;

    private NodeParser(string text, ProblemList problems)
    {
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
        this.problems = problems;
    }

    /// <summary>The document's root, or null when it is empty or not YAML; then the problems say so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="needs">Completes "the file is empty; …".</param>
    /// <param name="problems">Gathers what is wrong.</param>
    public static Node? Parse(string text, string needs, ProblemList problems)
    {
        if (text.Length > RegularFile.MostBytes)
        {
            problems.AddWhole(FormattableString.Invariant(
                $"found {text.Length:N0} characters; a file may have {RegularFile.MostBytes:N0}"));
            return null;
        }

        var reading = new NodeParser(text, problems);
        try
        {
            if (reading.Document() is { } root and not ScalarNode { IsEmpty: true })
                return root;
            problems.AddWhole($"the file is empty; {needs}");
        }
        catch (LimitException exception)
        {
            problems.AddSyntax((int)exception.Start.Line, (int)exception.Start.Column, exception.Message);
        }
        catch (YamlException exception)
        {
            reading.Explain(exception.Start, text, exception.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16 ends so where a bracket was not closed before the next line's colon.
            reading.Explain(reading.scanner.CurrentPosition, text, "an earlier bracket or brace is not closed");
        }
        catch (Exception exception) when (exception is ArgumentException or ArithmeticException or FormatException)
        {
            // The library means none of these: a version or a character's number is beyond what it computes with.
            reading.Explain(reading.scanner.CurrentPosition, text, "the text here cannot be read");
        }

        return null;
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        Node root = Next("");
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out _))
            problems.Add(
                Line(parser.Current!), Column(parser.Current!), null,
                "a second YAML document starts here; put each experiment into its own file");
        return root;
    }

    private Node Next(string path)
    {
        ParsingEvent found = parser.Consume<ParsingEvent>();
        if (depth > Deepest)
            throw new YamlException(found.Start, found.End, $"more than {Deepest} lists and mappings within one another");
        if (++nodes > MostNodes)
            throw new LimitException(found, FormattableString.Invariant($"the {MostNodes + 1:N0}th value; a file may hold {MostNodes:N0}"));
        if (found is Scalar { Value.Length: > MostCharacters } lengthy)
        {
            throw new LimitException(found, FormattableString.Invariant(
                $"found a text of {lengthy.Value.Length:N0} characters; must be at most {MostCharacters:N0}"));
        }

        switch (found)
        {
            case Scalar scalar:
                return new ScalarNode(
                    Line(scalar), Column(scalar), scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
            case SequenceStart start:
                return Sequence(start, path);
            case MappingStart start:
                return Mapping(start, path);
            case AnchorAlias alias:
                problems.Add(
                    Line(alias), Column(alias), NullIfEmpty(path),
                    $"'*{alias.Value.Value}' is a YAML alias; write the value out, or let a model inherit with 'like'");
                return new ScalarNode(Line(alias), Column(alias), "null", Quoted: false);
            default:
                throw new YamlException(found.Start, found.End, $"unexpected {found.GetType().Name}");
        }
    }

    private SequenceNode Sequence(SequenceStart start, string path)
    {
        var items = new List<Node>();
        depth++;
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Next($"{path}[{items.Count}]"));
        depth--;
        return new SequenceNode(Line(start), Column(start), items);
    }

    private MappingNode Mapping(MappingStart start, string path)
    {
        var entries = new OrderedDictionary<string, MappingEntry>(StringComparer.Ordinal);
        depth++;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            ParsingEvent at = parser.Current!;
            string? key = (Next(path) as ScalarNode)?.Text;
            if (key is null)
                problems.Add(Line(at), Column(at), NullIfEmpty(path), "a key must be a word, not a list or a mapping");
            string below = Join(path, ScalarNode.Shorten(key ?? "?"));
            Node value = Next(below);
            if (key is null)
                continue;
            if (!entries.TryAdd(key, new MappingEntry(key, Line(at), Column(at), value)))
                problems.Add(
                    Line(at), Column(at), below, $"duplicate key '{ScalarNode.Shorten(key)}'; the first is on line {entries[key].Line}");
        }

        depth--;
        return new MappingNode(Line(start), Column(start), [.. entries.Values]);
    }

    /// <summary>The path of a key below another.</summary>
    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string? NullIfEmpty(string path) => path.Length == 0 ? null : path;

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;

    private void Explain(Mark at, string text, string message)
    {
        string[] lines = text.Split('\n');
        int tabbed = Array.FindIndex(lines, line => line.TakeWhile(char.IsWhiteSpace).Contains('\t'));
        if (tabbed < 0)
            problems.AddSyntax((int)at.Line, (int)at.Column, $"not valid YAML: {message.TrimEnd('.')}");
        else
            problems.AddSyntax(tabbed + 1, lines[tabbed].IndexOf('\t') + 1, "the line is indented with a tab; YAML indents with spaces");
    }

    private sealed class LimitException(ParsingEvent at, string message) : YamlException(at.Start, at.End, message);
}
