using System.Numerics;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Resampling;

public class MaskedCellsTests
{
    [Theory]
    [InlineData(37, 21, 4)]
    [InlineData(5, 3, 8)]
    [InlineData(16, 9, 1)]
    public void A_cell_is_the_masked_sum_divided_by_its_area(int width, int height, int cell)
    {
        Random random = new(cell);
        using ImageBuffer image = new(width, height), cells = new((width + cell - 1) / cell, (height + cell - 1) / cell);
        using Plane mask = new(width, height);
        for (int i = 0; i < image.Length; i++)
        {
            image.Pixels[i] = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            mask.Values[i] = random.NextSingle();
        }

        MaskedCells.Average(image, mask, cell, cells);
        for (int row = 0; row < cells.Height; row++)
        {
            for (int column = 0; column < cells.Width; column++)
            {
                Vector4 sum = default;
                for (int y = row * cell; y < Math.Min(height, (row + 1) * cell); y++)
                {
                    for (int x = column * cell; x < Math.Min(width, (column + 1) * cell); x++)
                        sum += mask.Row(y)[x] * (image.Row(y)[x] with { W = 1 });
                }

                Vector4 off = Vector4.Abs(cells.Row(row)[column] - sum / (cell * cell));
                Assert.True(Math.Max(Math.Max(off.X, off.Y), Math.Max(off.Z, off.W)) < 1e-5f);
            }
        }
    }

    [Fact]
    public void What_the_mask_hides_is_not_read()
    {
        using ImageBuffer image = new(4, 4), cells = new(2, 2);
        using Plane mask = new(4, 4);
        image.Pixels.Fill(new Vector4(0.5f));
        image.Pixels[0] = new Vector4(float.NaN);
        mask.Values.Fill(1);
        mask.Values[0] = 0;
        MaskedCells.Average(image, mask, 2, cells);
        Assert.Equal(new Vector4(0.375f, 0.375f, 0.375f, 0.75f), cells.Pixels[0]);
    }
}
