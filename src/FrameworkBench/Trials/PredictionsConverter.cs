using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Trials;

/// <summary>Stores predictions as base64 of little-endian floats: 32 bits wide where that loses nothing, else 64.</summary>
internal sealed class PredictionsConverter : JsonConverter<Predictions>
{
    public override Predictions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Stored stored = JsonSerializer.Deserialize<Stored>(ref reader, options) ?? throw new JsonException("Predictions are null.");
        if (stored.Rows < 0 || stored.Columns < 0 || stored.Values is null)
            throw new JsonException($"{stored.Rows} × {stored.Columns} predictions cannot be.");
        double[] values = stored.Bits switch
        {
            32 => Array.ConvertAll(MemoryMarshal.Cast<byte, float>(stored.Values).ToArray(), value => (double)value),
            64 => MemoryMarshal.Cast<byte, double>(stored.Values).ToArray(),
            _ => throw new JsonException($"Predictions of {stored.Bits} bits; 32 or 64 are known."),
        };
        return values.LongLength == (long)stored.Rows * stored.Columns && stored.Values.LongLength == values.LongLength * stored.Bits / 8
            ? new Predictions(stored.Rows, stored.Columns, values)
            : throw new JsonException($"{stored.Rows} × {stored.Columns} predictions, but {values.Length} values.");
    }

    public override void Write(Utf8JsonWriter writer, Predictions value, JsonSerializerOptions options)
    {
        bool narrow = Array.TrueForAll(value.Values, number => double.IsNaN(number) || (float)number == number);
        byte[] bytes = narrow
            ? MemoryMarshal.AsBytes<float>(Array.ConvertAll(value.Values, number => (float)number)).ToArray()
            : MemoryMarshal.AsBytes<double>(value.Values).ToArray();
        JsonSerializer.Serialize(writer, new Stored(value.Rows, value.Columns, narrow ? 32 : 64, bytes), options);
    }

    private sealed record Stored(int Rows, int Columns, int Bits, byte[] Values);
}
