using FaceFusion.Inference.Models;
using FaceFusion.Inference.Onnx;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Inference.Tests.Onnx;

public sealed class OnnxInitializersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_last_constant_is_read_row_after_row_in_either_precision()
    {
        float[] matrix = [1, 2, 3, 4, 5, -6.5f];
        OnnxGraph singles = Graph().Constant("first", [2, 3], 9f, 9, 9, 9, 9, 9).Constant("last", [2, 3], matrix);
        Assert.Equal(matrix, OnnxInitializers.ReadLast(File(singles.ToArray()), 2, 3));
        OnnxGraph halves = Graph().Constant("last", [2, 3], [.. matrix.Select(value => (Half)value)]);
        Assert.Equal(matrix, OnnxInitializers.ReadLast(File(halves.ToArray()), 2, 3));
    }

    [Fact]
    public void Another_shape_and_no_constants_at_all_are_refused_by_name()
    {
        ModelFile file = File(Graph().Constant("last", [3, 2], 1f, 2, 3, 4, 5, 6).ToArray());
        ModelException refusal = Assert.Throws<ModelException>(() => OnnxInitializers.ReadLast(file, 2, 3));
        Assert.Contains(file.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("3x2 instead of 2x3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no constants", Assert.Throws<ModelException>(() => OnnxInitializers.ReadLast(File(Graph().ToArray()), 2, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_bytes_are_the_answer_is_a_sentence()
    {
        byte[] whole = Graph().Constant("last", [2, 3], 1f, 2, 3, 4, 5, 6).ToArray();
        Random random = new(3);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] bytes = whole[..random.Next(whole.Length + 1)];
            for (int change = random.Next(4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.Equal(6, OnnxInitializers.ReadLast(File(bytes), 2, 3).Length);
            }
            catch (ModelException refusal)
            {
                Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxGraph Graph() => new OnnxGraph().Input("x", 1).Output("y", 1).Node("Identity", ["x"], "y");

    private ModelFile File(byte[] content)
    {
        string path = _folder.File($"{Guid.NewGuid():N}.onnx");
        System.IO.File.WriteAllBytes(path, content);
        return ModelFile.Open(path);
    }
}
