using System.Text.Json;
using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels;

/// <summary>Writes the number of an array in place of the array.</summary>
/// <param name="arrays">The arrays by their numbers; a written one is added.</param>
internal sealed class ArrayNumberConverter(List<NpyArray> arrays) : JsonConverter<NpyArray>
{
    public override NpyArray Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out int number) && number >= 0 && number < arrays.Count
            ? arrays[number] : throw new JsonException($"array {number} of {arrays.Count}");

    public override void Write(Utf8JsonWriter writer, NpyArray value, JsonSerializerOptions options)
    {
        writer.WriteNumberValue(arrays.Count);
        arrays.Add(value);
    }
}
