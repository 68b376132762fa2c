using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Reading;

/// <summary>A declared key checks what stands there, and says what counts where it is absent.</summary>
public sealed class KeyTests
{
    public static TheoryData<string> Names => [.. KeyTable.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_declaration_is_whole(string name)
    {
        var table = KeyTable.Of(name);

        Assert.NotEmpty(table.Description);
        Assert.All(table.Alternatives, key => Assert.Contains(key, table.Names));
        Assert.All(table.Kinds, kind => Assert.Contains(kind, KeyTable.All));
        Assert.All(table.Keys, key => Assert.NotEmpty(key.Meaning));
        IEnumerable<Shape> shapes = table.Keys.SelectMany(key => Within(key.Shape)).Concat(Within(table.Value));
        Assert.All(shapes.OfType<Shape.Of>(), other => Assert.Contains(other.Name, KeyTable.All));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_default_is_among_the_values_of_its_key(string name)
    {
        IEnumerable<Key> keys = KeyTable.Of(name).Keys.Where(key => key.Default is not null);

        Assert.All(keys, key => Assert.Contains(Within(key.Shape), shape => Takes(shape, key.Default!)));
    }

    [Theory]
    [InlineData("early_stopping", typeof(EarlyStopping))]
    [InlineData("perceptron", typeof(PerceptronSpec))]
    [InlineData("linear", typeof(LinearSpec))]
    [InlineData("batch_norm_settings", typeof(BatchNormLayer))]
    [InlineData("preparation", typeof(PreparationPlan))]
    [InlineData("report", typeof(ReportSettings))]
    [InlineData("train", typeof(TrainingSpec))]
    public void A_default_is_that_of_the_record_which_the_key_sets(string name, Type type)
    {
        object record = Activator.CreateInstance(type)!;
        string[] notOfTheRecord = ["init", "optimizer", "epochs", "batch_size"];
        (string Key, string Default, PropertyInfo? Property)[] keys =
        [
            .. from key in KeyTable.Of(name).Keys
               where key.Default is not null && (!notOfTheRecord.Contains(key.Name) || (key.Name == "epochs" && name == "perceptron"))
               select (key.Name, key.Default, PropertyOf(type, key.Name == "scaling" ? "inputs" : key.Name)),
        ];

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(
            Number(key.Default)?.ToString(CultureInfo.InvariantCulture) ?? key.Default,
            key.Property!.GetValue(record) switch
            {
                Enum word => JsonSerializer.Serialize(word, word.GetType(), ProtocolJson.Options).Trim('"'),
                bool flag => flag ? "true" : "false",
                var other => string.Create(CultureInfo.InvariantCulture, $"{other}"),
            }));
    }

    [Fact]
    public void The_defaults_of_a_claim_are_those_of_its_record()
    {
        Mapping test = Read("{}", "test", out _);

        Assert.Equal((ClaimSpec.DefaultShare, ClaimSpec.DefaultConfidence), (test.Number("share"), test.Number("confidence")));
    }

    [Fact]
    public void A_value_is_read_and_an_absent_one_is_the_default()
    {
        Assert.Equal(7, Read("{repeats: 7}", "importance", out _).Whole("repeats"));
        Assert.Equal(ReportSettings.UsualImportanceRepeats, Read("{}", "importance", out _).Whole("repeats"));
    }

    [Fact]
    public void A_value_outside_its_range_is_reported_and_the_default_counts()
    {
        Mapping mapping = Read("{repeats: 101}", "importance", out ProblemList problems);

        Assert.Equal(5, mapping.Whole("repeats"));
        Assert.Equal(
            "file.yaml:1: repeats: found '101'; must be a whole number from 1 to 100", Assert.Single(problems.InOrder()).ToString());
    }

    [Fact]
    public void A_required_key_that_is_missing_is_reported_once()
    {
        Mapping mapping = Read("{}", "source", out ProblemList problems);

        Assert.Null(mapping.Text("document"));
        Assert.Null(mapping.Text("document"));
        Assert.Equal("file.yaml:1: 'document' is missing; give the document's title", Assert.Single(problems.InOrder()).ToString());
    }

    [Fact]
    public void A_key_that_is_not_declared_cannot_be_read() =>
        Assert.Throws<ArgumentException>(() => Read("{}", "source", out _).At("epochs"));

    [Fact]
    public void A_record_takes_over_what_a_mapping_says()
    {
        Mapping mapping = Read("{max_iterations: 5}", "linear", out _);

        Assert.Equal(new LinearSpec { MaxIterations = 5 }, mapping.Into(new LinearSpec(), "l2", "max_iterations"));
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static bool Takes(Shape shape, string text) => shape switch
    {
        Shape.Flag => text is "true" or "false",
        Shape.Number number => Number(text) is double value && number.Range.Contains(value),
        Shape.Words words => words.All.Contains(text),
        _ => false,
    };

    private static PropertyInfo? PropertyOf(Type type, string key) =>
        type.GetProperties().FirstOrDefault(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name) == key);

    private static IEnumerable<Shape> Within(Shape? shape) => shape switch
    {
        null => [],
        Shape.Either either => either.All.SelectMany(Within),
        Shape.List list => Within(list.Item).Append(list),
        Shape.Named named => Within(named.Each).Append(named),
        Shape.Of { Keys.Value: { } value } => Within(value).Append(shape),
        _ => [shape],
    };

    private static Mapping Read(string text, string name, out ProblemList problems)
    {
        problems = new ProblemList("file.yaml");
        return new Value(NodeParser.Parse(text, "", problems)!, "", problems).AsMapping(name)!;
    }
}
