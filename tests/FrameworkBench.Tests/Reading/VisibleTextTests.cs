using System.Text.Json;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Reading;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("größer als 0.5\tand more\nlines", "größer als 0.5\tand more\nlines")]
    [InlineData("\u001b[31mred\u001b[0m", @"\u001B[31mred\u001B[0m")]
    [InlineData("50 %\rgone", @"50 %\u000Dgone")]
    [InlineData("\0\b\u007f\u009b", @"\u0000\u0008\u007F\u009B")]
    [InlineData("a\u202eb\u2066c\u2028d", @"a\u202Eb\u2066c\u2028d")]
    public void What_would_steer_a_terminal_is_shown(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void Texts_and_names_of_a_document_are_read_so()
    {
        var options = new JsonSerializerOptions { Converters = { new VisibleTextConverter() } };
        Dictionary<string, string?> read =
            JsonSerializer.Deserialize<Dictionary<string, string?>>("""{"a\u001b": "b\u0007", "c": null}""", options)!;

        Assert.Equal(new Dictionary<string, string?> { [@"a\u001B"] = @"b\u0007", ["c"] = null }, read);
        Assert.Equal("\"\\u001B\"", JsonSerializer.Serialize("\u001b", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<string>("5", options));
    }
}
