using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Tensors;

public class TensorTests
{
    [Theory]
    [InlineData(TensorElement.Float32, 4)]
    [InlineData(TensorElement.Float16, 2)]
    [InlineData(TensorElement.UInt8, 1)]
    [InlineData(TensorElement.Int64, 8)]
    [InlineData(TensorElement.Bool, 1)]
    public unsafe void Is_zero_and_aligned_to_a_cache_line(TensorElement element, int size)
    {
        using Tensor tensor = new(element, 3, 5);
        Assert.Equal(15, tensor.Length);
        Assert.Equal(15 * size, tensor.AsBytes().Length);
        Assert.False(tensor.AsBytes().ContainsAnyExcept((byte)0));
        Assert.Equal(0u, (nuint)tensor.Data % 64);
    }

    [Fact]
    public void A_scalar_has_one_element_and_an_empty_tensor_none()
    {
        using Tensor scalar = new(TensorElement.Float32);
        using Tensor empty = new(TensorElement.Float32, long.MaxValue, 0, long.MaxValue);
        Assert.Equal(1, scalar.Length);
        Assert.Equal(0, empty.Length);
        Assert.Empty(empty.ToFloats());
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(0, -1)]
    [InlineData(65536, 32768)]
    [InlineData(long.MaxValue, 3)]
    public void A_shape_without_a_count_is_refused(long rows, long columns)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor(TensorElement.UInt8, rows, columns));

    [Fact]
    public void Strings_are_no_tensor()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor((TensorElement)8, 1));

    [Theory]
    [InlineData(TensorElement.Float32)]
    [InlineData(TensorElement.Float16)]
    public void Floats_come_back_as_they_were_written(TensorElement element)
    {
        float[] values = [0, -1.5f, 0.25f, 1024, 1f / 1024, 65504, -0f];
        using Tensor tensor = Tensor.FromFloats(element, values, 1, 7);
        Assert.Equal(values, tensor.ToFloats());
    }

    [Fact]
    public void The_elements_are_seen_as_their_own_type_alone()
    {
        using Tensor tensor = new(TensorElement.Int64, 2);
        tensor.AsSpan<long>()[1] = 7;
        Assert.Equal(7, tensor.AsSpan<long>()[1]);
        Assert.Contains("Int64", Assert.Throws<InvalidOperationException>(() => tensor.AsSpan<float>().Length).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(tensor.ToFloats);
        Assert.Throws<InvalidOperationException>(() => tensor.WriteFloats([1, 2]));
    }

    [Fact]
    public void A_count_that_differs_is_refused()
    {
        using Tensor tensor = new(TensorElement.Float32, 4);
        Assert.Throws<ArgumentException>(() => tensor.WriteFloats([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => tensor.ReadFloats(new float[3]));
    }

    [Fact]
    public void After_disposal_there_is_nothing_to_see()
    {
        Tensor tensor = new(TensorElement.Float32, 4);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.AsSpan<float>().Length);
        Assert.Throws<ObjectDisposedException>(() => tensor.AsBytes().Length);
    }

    [Fact]
    public void Says_its_type_and_shape()
    {
        using Tensor tensor = new(TensorElement.Float16, 1, 3, 256, 256);
        Assert.Equal("Float16 [1, 3, 256, 256]", tensor.ToString());
    }
}
