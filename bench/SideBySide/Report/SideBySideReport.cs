using System.Globalization;
using System.Text.Json;
using FaceFusion.SideBySide.Crops;
using FaceFusion.SideBySide.Nodes;

namespace FaceFusion.SideBySide.Report;

/// <summary>What was measured, as tables and as one line of JSON.</summary>
internal sealed class SideBySideReport
{
    private readonly List<CropResult> _crops = [];
    private readonly List<NodeResult> _frames = [];
    private readonly List<NodeResult> _faces = [];
    private double _cropBytes;

    public static void BeginCrops(string version, int runs)
    {
        Line($"Frame to crop and back, medians of {runs}, milliseconds; the copy of the frame left out. OpenCV {version}: 8-bit RGB, bilinear,");
        Line($"blending the whole frame or only the box around the crop. Ours: float RGBA, area-filtered crop, bicubic residual.");
        Line($"{"frame",-6} {"crop",5} {"threads",7} {"OpenCV frame",13} {"box",8} {"ours",8} {"(crop, matte, paste)",22} {"ratio",7} {"to box",7} {"PSNR",6}");
    }

    public void Add(CropResult crop)
    {
        _crops.Add(crop);
        string parts = string.Create(CultureInfo.InvariantCulture, $"({crop.Ours.Crop:f2}, {crop.Ours.Matte:f2}, {crop.Ours.Paste:f2})");
        Line($"{crop.Size.Name,-6} {crop.Side,5} {crop.Threads,7} {crop.Frame.Total,13:f2} {crop.Box.Total,8:f2} {crop.Ours.Total,8:f2} {parts,22} {crop.Ratio,7:f1} {crop.BoxRatio,7:f1} {crop.Psnr,6:f1}");
    }

    public void AddCropBytes(double bytes)
    {
        _cropBytes = bytes;
        Line($"Managed memory allocated from frame to crop and back: {bytes:f0} bytes a frame.");
        Line($"");
    }

    public static void BeginNodes(int runs)
    {
        Line($"Whole node calls on float RGBA frames, two threads, medians of {runs}, milliseconds; networks left out.");
        Line($"Each call is the first look at its frame; network: where a network swaps instead of the mesh; beside the swap: less the");
        Line($"built-in swap; again: of a frame whose swap is kept. Total: with the networks. On the right the engine's steps, called one by one.");
        Line($"{"frame",-6} {"face",5} {"copy",8} {"call",8} {"less copy",10} {"copies",7} {"network",8} {"beside",7} {"again",7} {"networks",9} {"total",7} {"bytes",9}   {"detect",7} {"locate",7} {"swap",7} {"paste",7}");
    }

    public void AddFrame(NodeResult node) => Add(_frames, node);

    public void AddFace(NodeResult node) => Add(_faces, node);

    /// <summary>Everything in one line.</summary>
    public string Json()
    {
        NodeResult? node = _frames.Find(frame => frame.Size == FrameSize.Uhd);
        return JsonSerializer.Serialize(new
        {
            ratio = new
            {
                hd_min = Least(FrameSize.Hd, crop => crop.Ratio),
                uhd_min = Least(FrameSize.Uhd, crop => crop.Ratio),
                hd_box_min = Least(FrameSize.Hd, crop => crop.BoxRatio),
                uhd_box_min = Least(FrameSize.Uhd, crop => crop.BoxRatio),
            },
            node = node is null ? null : new { copies = node.Copies, copies_network = node.CopiesNetwork, copies_beside_swap = node.CopiesBesideSwap, copies_again = node.CopiesAgain, ms = node.Call, again_ms = node.Again, network_ms = node.WithNetwork, copy_ms = node.Copy, networks_ms = node.Networks, total_ms = node.Total },
            alloc = new { bytes_per_frame = _cropBytes, bytes_per_node_call = node?.Bytes },
            pairs = _crops.Select(crop => new
            {
                frame = crop.Size.Name,
                crop = crop.Side,
                threads = crop.Threads,
                opencv_ms = crop.Frame.Total,
                opencv_box_ms = crop.Box.Total,
                ours_ms = crop.Ours.Total,
                ratio = crop.Ratio,
                box_ratio = crop.BoxRatio,
                psnr = crop.Psnr,
            }),
            by_frame = _frames.Select(Row),
            by_face = _faces.Select(Row),
        });
    }

    // Of the runs on two threads.
    private double? Least(FrameSize size, Func<CropResult, double> ratio)
    {
        CropResult[] crops = [.. _crops.Where(crop => crop.Size == size && crop.Threads == 2)];
        return crops.Length == 0 ? null : crops.Min(ratio);
    }

    private static object Row(NodeResult node) => new { frame = node.Size.Name, face = node.Face, copy_ms = node.Copy, ms = node.Call, less_copy_ms = node.Call - node.Copy, again_ms = node.Again, network_ms = node.WithNetwork, detect_ms = node.Stages.Detect, locate_ms = node.Stages.Locate, swap_ms = node.Stages.Swap, paste_ms = node.Stages.Paste };

    private static void Add(List<NodeResult> list, NodeResult node)
    {
        list.Add(node);
        Line($"{node.Size.Name,-6} {node.Face,5} {node.Copy,8:f1} {node.Call,8:f1} {node.Call - node.Copy,10:f1} {node.Copies,7:f2} {node.CopiesNetwork,8:f2} {node.CopiesBesideSwap,7:f2} {node.CopiesAgain,7:f2} {node.Networks,9:f0} {node.Total,7:f0} {node.Bytes,9:f0}   {node.Stages.Detect,7:f1} {node.Stages.Locate,7:f1} {node.Stages.Swap,7:f1} {node.Stages.Paste,7:f1}");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
