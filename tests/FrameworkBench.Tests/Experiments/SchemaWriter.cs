using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Makes the schema that editors complete and check by from the declared keys.</summary>
/// <param name="names">The names that are defined elsewhere in the harness, by what they name.</param>
internal sealed class SchemaWriter(IReadOnlyDictionary<string, IReadOnlyCollection<string>> names)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);

    /// <summary>The schema of a file.</summary>
    /// <param name="root">The keys of the file.</param>
    /// <param name="id">The schema's name.</param>
    /// <param name="title">Its heading.</param>
    public string Write(KeyTable root, string id, string title)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id, ["title"] = title };
        foreach ((string keyword, JsonNode? value) in Of(root))
            schema[keyword] = value?.DeepClone();
        schema["$defs"] = new JsonObject(definitions.Select(definition => KeyValuePair.Create(definition.Key, definition.Value)));
        return Written(schema, 0) + "\n";
    }

    // What fits into a line stands on one.
    private static string Written(JsonNode? node, int indent)
    {
        const int Width = 120;
        string inline = Inline(node);
        if (inline.Length + indent <= Width || node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
            return inline;
        string margin = new(' ', indent);
        IEnumerable<string> lines = node is JsonObject mapping
            ? mapping.Select(entry => $"\"{entry.Key}\": {Written(entry.Value, indent + 2)}")
            : node.AsArray().Select(item => Written(item, indent + 2));
        (char open, char close) = node is JsonObject ? ('{', '}') : ('[', ']');
        return $"{open}\n{string.Join(",\n", lines.Select(line => $"{margin}  {line}"))}\n{margin}{close}";
    }

    private static string Inline(JsonNode? node) => node switch
    {
        JsonObject mapping => $"{{ {string.Join(", ", mapping.Select(entry => $"\"{entry.Key}\": {Inline(entry.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Inline))}]",
        _ => JsonSerializer.Serialize(node, Options),
    };

    private JsonObject Of(KeyTable table)
    {
        var schema = new JsonObject
        {
            ["description"] = table.Description,
            ["type"] = "object",
            ["properties"] = Properties(table.Keys.Select(key => (key.Name, Of(key, table.TakesPlaceholders)))),
            ["additionalProperties"] = false,
        };
        IEnumerable<Key> needed = table.Keys.Where(key => key.Hint is not null || (table.Alternatives is [var only] && key.Name == only));
        string[] required = [.. needed.Select(key => key.Name)];
        if (required.Length > 0)
            schema["required"] = Array(required);
        if (table.Alternatives.Count > 1)
            schema["oneOf"] = new JsonArray([.. table.Alternatives.Select(key => new JsonObject { ["required"] = Array([key]) })]);
        if (table.IsNeverEmpty)
            schema["minProperties"] = 1;
        return schema;
    }

    private JsonObject Of(Key key, bool takesPlaceholders)
    {
        JsonObject value = Of(key.Shape);
        if (takesPlaceholders && key.Shape is not (Shape.Text or Shape.List or Shape.Of))
            value = new JsonObject { ["anyOf"] = new JsonArray(value, Placeholder()) };
        var schema = new JsonObject { ["description"] = key.Meaning };
        foreach ((string keyword, JsonNode? node) in value)
            schema[keyword] = node?.DeepClone();
        if (key.Default is not null)
            schema["default"] = Constant(key.Default);
        return schema;
    }

    private JsonObject Of(Shape shape) => shape switch
    {
        Shape.Text => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        Shape.Flag => new JsonObject { ["type"] = "boolean" },
        Shape.Null => new JsonObject { ["type"] = "null" },
        Shape.Anything => [],
        Shape.Number number => Of(number.Range),
        Shape.Words words => new JsonObject { ["enum"] = Array(words.All) },
        Shape.Known { Noun: "a metric" } => Metric(),
        Shape.Known known => Define(NameOf(known.Noun), () => new JsonObject { ["enum"] = Array(names[known.Noun]) }),
        Shape.List list => Of(list),
        Shape.Of { Keys.Value: { } value } table => Define(table.Name, () => Described(table.Keys.Description, Of(value))),
        Shape.Of { Keys.Kinds.Count: > 0 } table => Define(table.Name, () => OfKinds(table.Keys)),
        Shape.Of table => Define(table.Name, () => Of(table.Keys)),
        Shape.Named named => Of(named),
        Shape.Either either => new JsonObject { ["anyOf"] = new JsonArray([.. either.All.Select(Of)]) },
        _ => throw new InvalidOperationException(shape.GetType().Name),
    };

    private static JsonObject Of(NumberRange range)
    {
        var schema = new JsonObject { ["type"] = range.IsWhole ? "integer" : "number" };
        if (double.IsFinite(range.Least))
            schema[range.IsOpenBelow ? "exclusiveMinimum" : "minimum"] = range.Least;
        if (double.IsFinite(range.Most) && !(range.IsWhole && range.Most == int.MaxValue))
            schema[range.IsOpenAbove ? "exclusiveMaximum" : "maximum"] = range.Most;
        return schema;
    }

    private JsonObject Of(Shape.List list)
    {
        var schema = new JsonObject { ["type"] = "array", ["minItems"] = list.Length ?? (list.IsNeverEmpty ? 1 : 0) };
        if (list.Length is int most)
            schema["maxItems"] = most;
        schema["items"] = Of(list.Item);
        return schema;
    }

    private JsonObject Of(Shape.Named named)
    {
        var schema = new JsonObject { ["type"] = "object", ["minProperties"] = named.IsNeverEmpty ? 1 : 0 };
        if (named.Pattern is not null)
            schema["propertyNames"] = new JsonObject { ["pattern"] = named.Pattern };
        schema["additionalProperties"] = Of(named.Each);
        return schema;
    }

    // A model takes the keys of its kind; one that inherits its kind, or varies it, those of any kind.
    private JsonObject OfKinds(KeyTable table)
    {
        KeyTable[] kinds = [.. table.Kinds.Select(KeyTable.Of)];
        string[] words = [.. kinds.Select(kind => kind.Name)];
        JsonNode[] branches = [.. kinds.Select(Branch)];
        return new JsonObject
        {
            ["description"] = table.Description,
            ["type"] = "object",
            ["properties"] = Properties([("kind", new JsonObject { ["description"] = "What the model is.", ["enum"] = Array(words) })]),
            ["anyOf"] = new JsonArray([.. new[] { "kind", "like", "vary" }.Select(key => new JsonObject { ["required"] = Array([key]) })]),
            ["allOf"] = new JsonArray([
                .. branches,
                new JsonObject
                {
                    ["if"] = new JsonObject { ["not"] = new JsonObject { ["required"] = Array(["kind"]) } },
                    ["then"] = Define("heir", () => Heir(kinds)),
                },
            ]),
        };

        JsonNode Branch(KeyTable kind) => new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } },
                ["required"] = Array(["kind"]),
            },
            ["then"] = Of(new Shape.Of(kind.Name)),
        };
    }

    private JsonObject Heir(KeyTable[] kinds)
    {
        IEnumerable<IGrouping<string, Key>> keys =
            kinds.SelectMany(kind => kind.Keys).Where(key => key.Name != "kind").Distinct().GroupBy(key => key.Name);
        return new JsonObject
        {
            ["description"] = "A model that is like another, or that varies; it takes the keys of that model's kind.",
            ["type"] = "object",
            ["properties"] = Properties(keys.Select(alike => (alike.Key, Either(alike)))),
            ["additionalProperties"] = false,
        };

        // What an heir does not say it inherits, so that no default counts.
        JsonObject Either(IEnumerable<Key> alike) =>
            Described(string.Join(' ', alike.Select(key => key.Meaning).Distinct()), Inherited(alike.First().Shape));
    }

    // An heir's mapping is laid over that of the model that it is like, which has the required keys.
    private JsonObject Inherited(Shape shape) => shape switch
    {
        Shape.Of { Keys: { Value: null, Kinds.Count: 0 } table } when table.Keys.Any(key => key.Hint is not null) =>
            Define($"heir_of_{table.Name}", () =>
            {
                JsonObject schema = Of(table);
                schema.Remove("required");
                return schema;
            }),
        Shape.Either either => new JsonObject { ["anyOf"] = new JsonArray([.. either.All.Select(Inherited)]) },
        _ => Of(shape),
    };

    private static JsonValue Constant(string text) =>
        bool.TryParse(text, out bool flag) ? JsonValue.Create(flag)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? JsonValue.Create(number)
        : JsonValue.Create(text);

    private JsonObject Metric() => Define("metric", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = Array(names["a metric"]) },
            new JsonObject { ["type"] = "string", ["pattern"] = $"^({string.Join('|', names["a metric"])})@[0-9]+$" }),
    });

    private JsonObject Placeholder() => Define("placeholder", () => new JsonObject
    {
        ["description"] = "In a claim with 'for_each': {axis} is the label, {axis.word} a word of it.",
        ["type"] = "string",
        ["pattern"] = "[{][^{}]+[}]",
    });

    // A name is taken before its schema is made, so that a shape may contain itself.
    private JsonObject Define(string name, Func<JsonObject> make)
    {
        if (definitions.TryAdd(name, null))
            definitions[name] = make();
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Described(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    // "a data set" is defined as data_set.
    private static string NameOf(string noun) => string.Join('_', noun.Split(' ').Skip(1));

    private static JsonObject Properties(IEnumerable<(string Key, JsonObject Schema)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Schema)));

    private static JsonArray Array(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
