using System.Globalization;
using System.Text.Json;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads a model of an algorithm that only some engines know.</summary>
internal static class CustomReader
{
    private static readonly string[] NotFinite = ["nan", "inf", "infinity"];
    private static readonly StringComparer Spellings = StringComparer.OrdinalIgnoreCase;

    /// <summary>The model; what is wrong with it is noted.</summary>
    public static CustomSpec Read(Mapping mapping)
    {
        Value? algorithm = mapping.At("algorithm");
        string? name = algorithm?.AsText();
        if (name is not null && !Names.IsGood(name))
        {
            algorithm!.Fail($"'{name}' cannot be the name of an algorithm; "
                + "use letters, digits, '-', '_' and '.', and begin with a letter or digit");
        }

        var parameters = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach ((MappingEntry entry, Value value) in mapping.At("parameters")?.AsNamed() ?? [])
        {
            Names.Check(entry, $"{mapping.Path}.parameters", value.Problems);

            // An heir takes a parameter away by null.
            if (value.Node is not ScalarNode { IsNull: true } && Parameter(value) is { } given)
                parameters[entry.Key] = JsonSerializer.SerializeToElement(given);
        }

        return new CustomSpec { Algorithm = name ?? "", Parameters = parameters };
    }

    private static object? Parameter(Value value)
    {
        if (!value.IsSequence)
            return Scalar(value, "a finite number, true or false, a word, or a list of these");
        object?[] items = [.. (value.AsItems() ?? []).Select(item => Scalar(item, "a finite number, true or false, or a word"))];
        return items.Length == 0 || items.Contains(null) ? null : items;
    }

    private static object? Scalar(Value value, string expected)
    {
        switch (value.Node)
        {
            case ScalarNode { Quoted: true } text:
                return text.Text;
            case ScalarNode { Text: "true" or "false" } flag:
                return flag.Text == "true";
            case ScalarNode { IsEmpty: false, IsNull: false } word when !NotFinite.Contains(word.Text.TrimStart('-', '+', '.'), Spellings):
                if (!double.TryParse(word.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                    return word.Text;
                if (double.IsFinite(number))
                    return number;
                break;
        }

        value.Fail($"{value.Found()}; must be {expected}");
        return null;
    }
}
