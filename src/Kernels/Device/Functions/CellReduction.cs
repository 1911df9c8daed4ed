namespace FaceFusion.Kernels.Device.Functions;

/// <summary>The mean of a cell of pixels, in the image's own terms: what <see cref="Resampling.BoxReduction"/> computes, for one cell.</summary>
public static class CellReduction
{
    /// <summary>Computes a cell; a single pixel beyond the sides is 0 where zeros lie there.</summary>
    /// <typeparam name="TSource">The image.</typeparam>
    /// <param name="source">The image, of at least one pixel.</param>
    /// <param name="cells">Which cells are wanted.</param>
    /// <param name="x">The cell's column among the wanted ones.</param>
    /// <param name="y">Its row.</param>
    public static Rgba Evaluate<TSource>(TSource source, CellGeometry cells, int x, int y)
        where TSource : struct, IPixelSource
    {
        CellShare columns = new(cells.FirstX + x, cells.SizeX, source.Width, cells.HasZerosOutside);
        CellShare rows = new(cells.FirstY + y, cells.SizeY, source.Height, cells.HasZerosOutside);
        if (cells.SizeX == 1 && cells.SizeY == 1)
        {
            return columns.Count == 0 || rows.Count == 0
                ? new Rgba(0, 0, 0, 0)
                : source.LoadBits(columns.First, rows.First);
        }

        if (cells.AddsInPairs == 1 && columns.IsWhole(cells.SizeX) && rows.IsWhole(cells.SizeY))
            return InPairs(source, columns.First, rows.First, cells);

        // Column after column, as the processor adds them: the sums round alike.
        Rgba sum = new(0, 0, 0, 0);
        for (int i = 0; i < columns.Count; i++)
        {
            Rgba column = new(0, 0, 0, 0);
            for (int j = 0; j < rows.Count; j++)
                column = column.Plus(source.Load(columns.First + i, rows.First + j).Times(rows.Weight(j)));
            sum = sum.Plus(column.Times(columns.Weight(i)));
        }

        return sum.Times(1 / ((float)cells.SizeX * cells.SizeY));
    }

    private static Rgba InPairs<TSource>(TSource source, int x, int y, CellGeometry cells)
        where TSource : struct, IPixelSource
    {
        Rgba even = new(0, 0, 0, 0), odd = new(0, 0, 0, 0);
        for (int j = 0; j < cells.SizeY; j++)
        {
            int i = 0;
            for (; i + 1 < cells.SizeX; i += 2)
            {
                even = even.Plus(source.Load(x + i, y + j));
                odd = odd.Plus(source.Load(x + i + 1, y + j));
            }

            if (i < cells.SizeX)
                even = even.Plus(source.Load(x + i, y + j));
        }

        return even.Plus(odd).Times(1 / ((float)cells.SizeX * cells.SizeY));
    }

    /// <summary>A cell in the working space: means are taken of the host's own values, light as light, and encoded afterwards.</summary>
    /// <param name="mean">What <see cref="Evaluate"/> gave.</param>
    /// <param name="layout">The image's.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="cells">Which cells are wanted.</param>
    /// <param name="x">The cell's column among the wanted ones.</param>
    /// <param name="y">Its row.</param>
    public static Rgba Encode(Rgba mean, HostLayout layout, ColourTransform space, CellGeometry cells, int x, int y)
    {
        int column = cells.FirstX + x, row = cells.FirstY + y;
        bool isNothing = cells.HasZerosOutside == 1 && cells.SizeX == 1 && cells.SizeY == 1
            && (column < 0 || row < 0 || column >= layout.Width || row >= layout.Height);
        return isNothing ? mean : space.EncodePixel(mean, layout.IsPremultiplied == 1);
    }
}
