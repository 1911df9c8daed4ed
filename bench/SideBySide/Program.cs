using FaceFusion.SideBySide.Crops;
using FaceFusion.SideBySide.Nodes;
using FaceFusion.SideBySide.OpenCv;
using FaceFusion.SideBySide.Report;
using FaceFusion.TestSupport;

const int NodeFace = 520;
int runs = args.Contains("--runs") ? int.Parse(args[Array.IndexOf(args, "--runs") + 1], System.Globalization.CultureInfo.InvariantCulture) : 20;
bool json = args.Contains("--json"), withCrops = !args.Contains("--node"), withNode = !args.Contains("--crops");
SideBySideReport report = new();

if (withCrops)
{
    string folder = Directory.CreateTempSubdirectory("side-by-side-").FullName;
    try
    {
        using OpenCvProcess openCv = new("/usr/bin/python3");
        SideBySideReport.BeginCrops(openCv.Version, runs);
        foreach (int threads in (int[])[1, 2])
        {
            foreach (FrameSize size in (FrameSize[])[FrameSize.Hd, FrameSize.Uhd])
            {
                foreach (int side in (int[])[128, 256, 512, 1024])
                    report.Add(CropComparison.Run(openCv, size, side, threads, runs, folder));
            }
        }

        report.AddCropBytes(CropAllocations.Measure(folder));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

if (withNode)
{
    if (SharedMaterial.Root is not { } shared)
    {
        Console.Error.WriteLine("The node's calls need the shared material; set FACEFUSION_SHARED to its folder, or give '--crops'.");
        return 1;
    }

    // The engine reads it when it is started.
    Environment.SetEnvironmentVariable("FACEFUSION_MODELS", Path.Combine(shared, "models"));
    using NodeCalls node = new(shared);
    SideBySideReport.BeginNodes(runs);
    foreach (FrameSize size in (FrameSize[])[FrameSize.Small, FrameSize.Hd, FrameSize.Uhd])
        report.AddFrame(node.Measure(size, NodeFace, runs));
    foreach (int face in (int[])[260, 368, 520, 735, 1040])
        report.AddFace(node.Measure(FrameSize.Uhd, face, runs));
}

if (json)
    Console.WriteLine(report.Json());
return 0;
