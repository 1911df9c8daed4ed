using FaceFusion.Kernels.Device.Functions;
using ILGPU;

namespace FaceFusion.KernelGenerator.Entries;

/// <summary>Kernels that read and write pixels of four floats. One thread a pixel.</summary>
internal static class ImageEntries
{
    /// <summary>Means of cells.</summary>
    public static void ReducePixels(int width, int height, ArrayView<Rgba> source, ArrayView<Rgba> cells, int sourceWidth, int sourceHeight, CellGeometry geometry)
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            cells[((long)y * width) + x] = CellReduction.Evaluate(new WorkingImage<PixelsView>(new PixelsView(source), sourceWidth, sourceHeight), geometry, x, y);
    }

    /// <summary>Cells sampled into an image.</summary>
    public static void SampleImage(int width, int height, ArrayView<Rgba> cells, ArrayView<float> tables, ArrayView<Rgba> target, int stride, TapAxis horizontal, TapAxis vertical)
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            target[((long)y * width) + x] = TapFilter.Evaluate(new PixelsView(cells), stride, new ValuesView(tables), horizontal, vertical, x, y);
    }

    /// <summary>Cells sampled into a network's tensor: three planes.</summary>
    public static void SampleTensor(int width, int height, ArrayView<Rgba> cells, ArrayView<float> tables, ArrayView<float> target, int stride, TensorLayout format, TapAxis horizontal, TapAxis vertical)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        Rgba value = format.Evaluate(TapFilter.Evaluate(new PixelsView(cells), stride, new ValuesView(tables), horizontal, vertical, x, y));
        long at = ((long)y * width) + x, plane = (long)width * height;
        target[at] = value.R;
        target[at + plane] = value.G;
        target[at + (2 * plane)] = value.B;
    }

    /// <summary>What a network's crop changes, in the host's terms.</summary>
    public static void CropResidual(int width, int height, ArrayView<Rgba> original, ArrayView<Rgba> result, ArrayView<float> matte, ArrayView<Rgba> residual, float mix, ColourTransform space)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        residual[at] = FaceChange.Residual(original[at], result[at], matte[at] * mix, space);
    }

    /// <summary>What a face changes, in the host's terms.</summary>
    public static void FaceResidual(int width, int height, ArrayView<Rgba> original, ArrayView<Rgba> result, ArrayView<float> matte, ArrayView<Rgba> changes, float mix, int isPremultiplied, ColourTransform space)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        changes[at] = FaceChange.Evaluate(original[at], result[at], matte[at] * mix, isPremultiplied == 1, space);
    }

    /// <summary>Cells of a host's image to the working space, in place.</summary>
    public static void EncodeCells(int width, int height, ArrayView<Rgba> cells, HostLayout layout, ColourTransform space, CellGeometry geometry)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        cells[at] = CellReduction.Encode(cells[at], layout, space, geometry, x, y);
    }

    /// <summary>Working-space pixels to the host's terms, in place.</summary>
    public static void DecodePixels(int width, int height, ArrayView<Rgba> pixels, int isPremultiplied, ColourTransform space)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        pixels[at] = space.DecodePixel(pixels[at], isPremultiplied == 1);
    }

    /// <summary>Three curves given by tables, in place.</summary>
    public static void ApplyLevels(int width, int height, ArrayView<Rgba> pixels, ArrayView<float> values, LevelTable table)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        pixels[at] = table.Evaluate(new ValuesView(values), pixels[at]);
    }

    /// <summary>A filter along the columns.</summary>
    public static void BlurColumns(int width, int height, ArrayView<Rgba> source, ArrayView<float> weights, ArrayView<Rgba> target, int radius)
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            target[((long)y * width) + x] = BlurAxis.AlongColumn(new WorkingImage<PixelsView>(new PixelsView(source), width, height), new ValuesView(weights), radius, x, y);
    }

    /// <summary>A filter along the rows.</summary>
    public static void BlurRows(int width, int height, ArrayView<Rgba> source, ArrayView<float> weights, ArrayView<Rgba> target, int radius)
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            target[((long)y * width) + x] = BlurAxis.AlongRow(new WorkingImage<PixelsView>(new PixelsView(source), width, height), new ValuesView(weights), radius, x, y);
    }

    /// <summary>An image's fine band: what a blur took off it, in the blur's place.</summary>
    public static void SplitBands(int width, int height, ArrayView<Rgba> image, ArrayView<Rgba> blurred)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        blurred[at] = image[at].Minus(blurred[at]);
    }

    /// <summary>Distances to a soft edge, in place.</summary>
    public static void Feather(int width, int height, ArrayView<float> plane, float from, float to)
    {
        int x = Threads.X, y = Threads.Y;
        if (x >= width || y >= height)
            return;
        long at = ((long)y * width) + x;
        plane[at] = FeatherCurve.Evaluate(plane[at], from, to);
    }

    /// <summary>A crop's matte from its profile along the columns and its profile along the rows.</summary>
    public static void FillMatte(int width, int height, ArrayView<float> columns, ArrayView<float> rows, ArrayView<float> matte)
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            matte[((long)y * width) + x] = columns[x] * rows[y];
    }
}
