using System.Runtime.InteropServices;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Onnx;

/// <summary>
/// Constants of a network's file, which ONNX Runtime runs with but doesn't hand out. Read field by field from the file:
/// a general protobuf library would hold the whole network in memory once more. (Field numbers: onnx.proto3 of the ONNX
/// project.)
/// </summary>
public static class OnnxInitializers
{
    private const int ModelGraph = 7, GraphInitializer = 5;
    private const int TensorDimension = 1, TensorElementType = 2, TensorFloats = 4, TensorIntegers = 5, TensorRaw = 9, TensorExternal = 13;
    private const int MostValues = 1 << 24;

    /// <summary>The last constant of a graph: where inswapper keeps the matrix that its identities are multiplied by.</summary>
    /// <param name="file">The network's file.</param>
    /// <param name="rows">The rows that it must have.</param>
    /// <param name="columns">The columns that it must have.</param>
    /// <returns>Its values, row after row; half precision is converted exactly.</returns>
    /// <exception cref="ModelException">The file can't be read, is no network, or its last constant is no such matrix.</exception>
    public static float[] ReadLast(ModelFile file, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using FileStream stream = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            (long start, long end) = FindLast(stream);
            float[] values = ReadMatrix(stream, start, end, rows, columns);
            return Array.TrueForAll(values, float.IsFinite) ? values : throw new InvalidDataException("its last constant holds values that are no numbers");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ModelException($"The constants of the model file '{file.Path}' can't be read ({failure.Message.TrimEnd('.')}); {file.Remedy}.", failure);
        }
    }

    private static (long Start, long End) FindLast(FileStream stream)
    {
        (long Start, long End) found = default;
        ProtobufStream model = new(stream, stream.Length);
        for (long place = 0; model.Next(ref place);)
        {
            if (model.Field != ModelGraph || !model.IsLengthDelimited)
                continue;
            ProtobufStream graph = new(stream, place);
            for (long inner = model.Start; graph.Next(ref inner);)
            {
                if (graph.Field == GraphInitializer && graph.IsLengthDelimited)
                    found = (graph.Start, inner);
            }
        }

        return found.End > 0 ? found : throw new InvalidDataException("it has no constants");
    }

    private static float[] ReadMatrix(FileStream stream, long start, long end, int rows, int columns)
    {
        List<long> shape = [];
        TensorElement element = TensorElement.Undefined;
        (long Start, long Length) raw = default, floats = default, integers = default;
        ProtobufStream tensor = new(stream, end);
        for (long place = start; tensor.Next(ref place);)
        {
            switch (tensor.Field)
            {
                case TensorDimension when !tensor.IsLengthDelimited:
                    shape.Add(tensor.Value);
                    break;
                case TensorDimension:
                    ReadPacked(stream, tensor.Start, place, shape);
                    break;
                case TensorElementType:
                    element = (TensorElement)tensor.Value;
                    break;
                case TensorRaw:
                    raw = (tensor.Start, tensor.Value);
                    break;
                case TensorFloats when tensor.IsLengthDelimited:
                    floats = (tensor.Start, tensor.Value);
                    break;
                case TensorIntegers when tensor.IsLengthDelimited:
                    integers = (tensor.Start, tensor.Value);
                    break;
                case TensorExternal:
                    throw new InvalidDataException("its last constant lies in another file");
            }
        }

        if (!shape.SequenceEqual([rows, columns]) || (long)rows * columns > MostValues)
            throw new InvalidDataException($"its last constant is {string.Join('x', shape)} instead of {rows}x{columns}");

        int count = rows * columns;
        return element switch
        {
            TensorElement.Float32 => ReadSingles(stream, raw.Length > 0 ? raw : floats, count),
            TensorElement.Float16 when raw.Length > 0 => ReadHalves(stream, raw, count),
            TensorElement.Float16 => ReadHalvesAsIntegers(stream, integers, count),
            _ => throw new InvalidDataException("its last constant holds no floats"),
        };
    }

    private static void ReadPacked(Stream stream, long start, long end, List<long> values)
    {
        using BinaryReader reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        for (stream.Position = start; stream.Position < end;)
            values.Add(reader.Read7BitEncodedInt64());
    }

    private static float[] ReadSingles(Stream stream, (long Start, long Length) content, int count)
    {
        float[] values = new float[count];
        ReadBytes(stream, content, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static float[] ReadHalves(Stream stream, (long Start, long Length) content, int count)
    {
        Half[] halves = new Half[count];
        ReadBytes(stream, content, MemoryMarshal.AsBytes(halves.AsSpan()));
        return Widened(halves);
    }

    // Where halves don't lie raw, each one's bits are a whole number.
    private static float[] ReadHalvesAsIntegers(Stream stream, (long Start, long Length) content, int count)
    {
        List<long> bits = new(count);
        ReadPacked(stream, content.Start, content.Start + content.Length, bits);
        return bits.Count == count
            ? Widened([.. bits.Select(value => BitConverter.UInt16BitsToHalf((ushort)value))])
            : throw new InvalidDataException($"its last constant has {bits.Count} values instead of {count}");
    }

    private static float[] Widened(ReadOnlySpan<Half> halves)
    {
        float[] values = new float[halves.Length];
        HalfConversion.ToSingle(halves, values);
        return values;
    }

    private static void ReadBytes(Stream stream, (long Start, long Length) content, Span<byte> bytes)
    {
        if (content.Length != bytes.Length)
            throw new InvalidDataException($"its last constant has {content.Length} bytes instead of {bytes.Length}");
        stream.Position = content.Start;
        stream.ReadExactly(bytes);
    }
}
