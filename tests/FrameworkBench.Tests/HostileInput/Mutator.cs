using System.Globalization;
using System.Text;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>Makes wrong files of right ones; the same seed makes the same.</summary>
/// <param name="samples">The right files.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> samples)
{
    private const int MostChanges = 8;

    // What parsers trip over: brackets, marks of YAML and CSV, numbers at the ends of their ranges, bytes that are no text.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "[", "]", "{", "}", ": ", "- ", "? ", "| ", "> ", "& ", "*a", "&a", "!!int ", "!<tag:x> ", "%YAML 9.99999999999\n", "---\n",
            "...\n", "#", "\t", "\0", "\r", "\n", "\r\n", "\n\n", "'", "\"", "\"\"", "\\", "\"\\U99999999\"", "\"\\xZZ\"",
            "\\ud800", "\\u0000", "\uFEFF",
            "\u0085", "\u2028", ",", ";", "|", "?", "NA", "nan", "inf", "-Infinity", "1e999", "-1", "0", "0.5", "1,5",
            "2147483648", "99999999999999999999", "1e-400", "null",
            "~", "true", "like: ", "vary: {a: [1, 2]}\n", "for_each: {a: [1, 2]}\n", "{a}",
            "{a.b}", "seeds: 1000000000\n", "<<: *a\n",
            new string('[', 100), new string('{', 100), new string('x', 5000), new string(',', 300), "é", "\U0001F600",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x1F, 0x8B],
    ];

    /// <summary>A wrong file.</summary>
    public byte[] Make(Random random)
    {
        List<byte> bytes = [.. Pick(random, samples)];

        // Half of all with one change: it takes little to be wrong, and what is wrong early hides what is wrong later.
        int changes = random.Next(2) == 0 ? 1 : random.Next(2, MostChanges + 1);
        for (; changes > 0; changes--)
            Change(bytes, random);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1), length = random.Next(Math.Min(random.Next(2) == 0 ? 8 : 200, bytes.Count - at) + 1);
        switch (random.Next(9))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                byte[] other = Pick(random, samples);
                int from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                break;
            case 4 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 5:
                ReplaceNumber(bytes, at, random);
                break;
            case 6:
                byte[] repeated = Pick(random, Pieces);
                for (int times = random.Next(1, 20); times > 0 && repeated.Length < 1000; times--)
                    bytes.InsertRange(at, repeated);
                break;
            default:
                bytes.InsertRange(at, Pick(random, Pieces));
                break;
        }
    }

    private static void ReplaceNumber(List<byte> bytes, int from, Random random)
    {
        int start = bytes.FindIndex(from, one => char.IsAsciiDigit((char)one));
        if (start < 0)
            return;
        int end = bytes.FindIndex(start, one => !char.IsAsciiDigit((char)one));
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        double number = random.Next(6) switch
        {
            0 => -1,
            1 => 0,
            2 => int.MaxValue,
            3 => 1e18,
            4 => 0.5,
            _ => random.Next(1000),
        };
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
