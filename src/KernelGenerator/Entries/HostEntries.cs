using FaceFusion.Kernels.Device.Functions;
using ILGPU;

namespace FaceFusion.KernelGenerator.Entries;

/// <summary>Kernels that read or write a host's image, once for each way in which its samples are stored. One thread a pixel.</summary>
internal static class HostEntries
{
    /// <summary>Host pixels, or means of cells of them.</summary>
    public static void ReduceUInt8(int width, int height, ArrayView<byte> source, ArrayView<Rgba> cells, HostLayout layout, CellGeometry geometry) =>
        Reduce(new UInt8View(source), width, height, cells, layout, geometry);

    /// <inheritdoc cref="ReduceUInt8"/>
    public static void ReduceUInt16(int width, int height, ArrayView<ushort> source, ArrayView<Rgba> cells, HostLayout layout, CellGeometry geometry) =>
        Reduce(new UInt16View(source), width, height, cells, layout, geometry);

    /// <inheritdoc cref="ReduceUInt8"/>
    public static void ReduceFloat16(int width, int height, ArrayView<ushort> source, ArrayView<Rgba> cells, HostLayout layout, CellGeometry geometry) =>
        Reduce(new Float16View(source), width, height, cells, layout, geometry);

    /// <inheritdoc cref="ReduceUInt8"/>
    public static void ReduceFloat32(int width, int height, ArrayView<float> source, ArrayView<Rgba> cells, HostLayout layout, CellGeometry geometry) =>
        Reduce(new Float32View(source), width, height, cells, layout, geometry);

    /// <summary>Pixels of four floats to the host's samples.</summary>
    public static void StoreUInt8(int width, int height, ArrayView<Rgba> source, ArrayView<byte> target, HostLayout layout) =>
        Store(source, width, height, new UInt8View(target), layout);

    /// <inheritdoc cref="StoreUInt8"/>
    public static void StoreUInt16(int width, int height, ArrayView<Rgba> source, ArrayView<ushort> target, HostLayout layout) =>
        Store(source, width, height, new UInt16View(target), layout);

    /// <inheritdoc cref="StoreUInt8"/>
    public static void StoreFloat16(int width, int height, ArrayView<Rgba> source, ArrayView<ushort> target, HostLayout layout) =>
        Store(source, width, height, new Float16View(target), layout);

    /// <inheritdoc cref="StoreUInt8"/>
    public static void StoreFloat32(int width, int height, ArrayView<Rgba> source, ArrayView<float> target, HostLayout layout) =>
        Store(source, width, height, new Float32View(target), layout);

    /// <summary>Adds a crop's residual, sampled at the frame's pixels, to an image that holds the plate.</summary>
    public static void PasteCropUInt8(int width, int height, ArrayView<byte> image, ArrayView<Rgba> cells, ArrayView<float> tables, HostLayout layout, PasteWindow window, CropPlace place, TapAxis horizontal, TapAxis vertical) =>
        PasteCrop(new UInt8View(image), width, height, cells, tables, layout, window, place, horizontal, vertical);

    /// <inheritdoc cref="PasteCropUInt8"/>
    public static void PasteCropUInt16(int width, int height, ArrayView<ushort> image, ArrayView<Rgba> cells, ArrayView<float> tables, HostLayout layout, PasteWindow window, CropPlace place, TapAxis horizontal, TapAxis vertical) =>
        PasteCrop(new UInt16View(image), width, height, cells, tables, layout, window, place, horizontal, vertical);

    /// <inheritdoc cref="PasteCropUInt8"/>
    public static void PasteCropFloat16(int width, int height, ArrayView<ushort> image, ArrayView<Rgba> cells, ArrayView<float> tables, HostLayout layout, PasteWindow window, CropPlace place, TapAxis horizontal, TapAxis vertical) =>
        PasteCrop(new Float16View(image), width, height, cells, tables, layout, window, place, horizontal, vertical);

    /// <inheritdoc cref="PasteCropUInt8"/>
    public static void PasteCropFloat32(int width, int height, ArrayView<float> image, ArrayView<Rgba> cells, ArrayView<float> tables, HostLayout layout, PasteWindow window, CropPlace place, TapAxis horizontal, TapAxis vertical) =>
        PasteCrop(new Float32View(image), width, height, cells, tables, layout, window, place, horizontal, vertical);

    /// <summary>Adds a face's change, given pixel by pixel, to an image that holds the plate.</summary>
    public static void PasteFaceUInt8(int width, int height, ArrayView<byte> image, ArrayView<Rgba> changes, HostLayout layout, PasteWindow window) =>
        PasteFace(new UInt8View(image), width, height, changes, layout, window);

    /// <inheritdoc cref="PasteFaceUInt8"/>
    public static void PasteFaceUInt16(int width, int height, ArrayView<ushort> image, ArrayView<Rgba> changes, HostLayout layout, PasteWindow window) =>
        PasteFace(new UInt16View(image), width, height, changes, layout, window);

    /// <inheritdoc cref="PasteFaceUInt8"/>
    public static void PasteFaceFloat16(int width, int height, ArrayView<ushort> image, ArrayView<Rgba> changes, HostLayout layout, PasteWindow window) =>
        PasteFace(new Float16View(image), width, height, changes, layout, window);

    /// <inheritdoc cref="PasteFaceUInt8"/>
    public static void PasteFaceFloat32(int width, int height, ArrayView<float> image, ArrayView<Rgba> changes, HostLayout layout, PasteWindow window) =>
        PasteFace(new Float32View(image), width, height, changes, layout, window);

    private static void Reduce<TSamples>(TSamples samples, int width, int height, ArrayView<Rgba> cells, HostLayout layout, CellGeometry geometry)
        where TSamples : struct, ISamples
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            cells[((long)y * width) + x] = CellReduction.Evaluate(new HostImage<TSamples>(samples, layout), geometry, x, y);
    }

    private static void Store<TSamples>(ArrayView<Rgba> source, int width, int height, TSamples samples, HostLayout layout)
        where TSamples : struct, ISamples
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            new HostImage<TSamples>(samples, layout).Store(x, y, source[((long)y * width) + x]);
    }

    private static void PasteCrop<TSamples>(TSamples samples, int width, int height, ArrayView<Rgba> cells, ArrayView<float> tables, HostLayout layout, PasteWindow window, CropPlace place, TapAxis horizontal, TapAxis vertical)
        where TSamples : struct, ISamples
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            CropAddition.Evaluate(new HostImage<TSamples>(samples, layout), new PixelsView(cells), new ValuesView(tables), layout, window, place, horizontal, vertical, x, y);
    }

    private static void PasteFace<TSamples>(TSamples samples, int width, int height, ArrayView<Rgba> changes, HostLayout layout, PasteWindow window)
        where TSamples : struct, ISamples
    {
        int x = Threads.X, y = Threads.Y;
        if (x < width && y < height)
            FaceAddition.Evaluate(new HostImage<TSamples>(samples, layout), new PixelsView(changes), layout, window, x, y);
    }
}
