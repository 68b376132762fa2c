using System.Buffers.Binary;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Reading;

/// <summary>
/// Reads images and their labels from files in the IDX format of MNIST: big-endian, a magic number that gives type and dimensions, the
/// extents, then a byte for each pixel or label.
/// </summary>
internal static class IdxTableReader
{
    private const int ImagesMagic = 0x803;
    private const int LabelsMagic = 0x801;
    private const double Ink = byte.MaxValue;

    /// <param name="parts">Pairs of an images and a labels file, whose rows follow each other.</param>
    /// <param name="classes">The classes; a label is an index among them.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="name">The data set's name.</param>
    /// <param name="checksum">The data set's checksum.</param>
    /// <exception cref="DatasetException">A file is no IDX file, or two of a pair differ in their number of rows.</exception>
    public static Dataset Read(
        IReadOnlyList<(TableFile Images, TableFile Labels)> parts, IReadOnlyList<string> classes, string target, string name,
        string checksum)
    {
        ImageShape? shape = null;
        int rows = 0;
        foreach ((TableFile images, TableFile labelFile) in parts)
        {
            (int count, ImageShape found) = Images(images);
            int labeled = Labels(labelFile);
            if (labeled != count)
                throw new DatasetException(labelFile.Path, $"found {labeled} labels for the {count} images of {images.Path}");
            if (shape is not null && shape != found)
                throw new DatasetException(
                    images.Path,
                    $"found images of {found.Width} × {found.Height} pixels, those before have {shape.Width} × {shape.Height}");
            shape = found;
            rows += count;
        }

        // All of MNIST takes 440 MB, so that there is no room for growing lists.
        int pixels = shape?.Pixels ?? 0;
        double[] cells = new double[rows * pixels];
        int[] labels = new int[rows];
        int at = 0;
        foreach ((TableFile images, TableFile labelFile) in parts)
        {
            ReadOnlySpan<byte> gray = Data(images, 3), digits = Data(labelFile, 1);
            for (int i = 0; i < gray.Length; i++)
                cells[(at * pixels) + i] = gray[i];
            foreach (byte digit in digits)
                labels[at++] = Label(digit, classes.Count, labelFile);
        }

        return new Dataset
        {
            Name = name,
            Task = classes.Count == 2 ? TaskKind.Binary : TaskKind.Multiclass,
            Columns = [.. Enumerable.Range(0, pixels).Select(pixel => DatasetColumn.Numeric($"p{pixel}"))],
            Features = new FeatureMatrix(rows, pixels, cells),
            TargetName = target,
            ClassNames = classes,
            Labels = labels,
            Image = shape,
            PublishedTrainRows = parts.Count > 1 ? Labels(parts[0].Labels) : null,
            Checksum = checksum,
        };
    }

    /// <summary>How many images a file holds, and of what size.</summary>
    /// <exception cref="DatasetException">It is no IDX file of images.</exception>
    public static (int Count, ImageShape Shape) Images(TableFile file)
    {
        int[] extents = Extents(file, ImagesMagic, 3, "images");
        return (extents[0], new ImageShape(extents[2], extents[1], Ink));
    }

    /// <summary>How many labels a file holds.</summary>
    /// <exception cref="DatasetException">It is no IDX file of labels.</exception>
    public static int Labels(TableFile file) => Extents(file, LabelsMagic, 1, "labels")[0];

    private static int[] Extents(TableFile file, int magic, int dimensions, string what)
    {
        ReadOnlySpan<byte> bytes = file.Bytes;
        if (bytes.Length < 4 * (1 + dimensions) || BinaryPrimitives.ReadInt32BigEndian(bytes) != magic)
            throw new DatasetException(file.Path, $"not an IDX file of {what}; expected it to begin with {magic:x8}");
        int[] extents = new int[dimensions];
        long expected = 1;
        for (int i = 0; i < dimensions; i++)
        {
            extents[i] = BinaryPrimitives.ReadInt32BigEndian(bytes[(4 * (1 + i))..]);
            if (extents[i] < 1)
                throw new DatasetException(file.Path, $"its header announces {extents[i]} {what}; expected at least 1 of each extent");
            expected *= extents[i];
        }

        long found = Data(file, dimensions).Length;
        if (found != expected)
            throw new DatasetException(file.Path, $"found {found} bytes of {what}, its header announces {expected}; "
                + "the file is cut off or damaged");
        return extents;
    }

    private static ReadOnlySpan<byte> Data(TableFile file, int dimensions) => file.Bytes.AsSpan(4 * (1 + dimensions));

    private static int Label(byte label, int classes, TableFile file) =>
        label < classes ? label : throw new DatasetException(file.Path, $"label {label} is not one of the {classes} classes");
}
