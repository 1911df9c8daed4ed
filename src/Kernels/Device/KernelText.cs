namespace FaceFusion.Kernels.Device;

/// <summary>The generated kernels, which the assembly carries.</summary>
public static class KernelText
{
    private const string Folder = "Kernels.";

    /// <summary>All kernels' names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. from name in typeof(KernelText).Assembly.GetManifestResourceNames()
           where name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".ptx", StringComparison.Ordinal)
           orderby name
           select name[Folder.Length..^".ptx".Length],
    ];

    /// <summary>A kernel's function, as both languages name it.</summary>
    /// <param name="kernel">The kernel's name.</param>
    public static string EntryPoint(string kernel) => "Kernel_" + kernel;

    /// <summary>A kernel for CUDA's driver: PTX of ISA 7.0 for every card from sm_75 on.</summary>
    /// <param name="kernel">The kernel's name.</param>
    public static byte[] Ptx(string kernel) => Read(kernel + ".ptx");

    /// <summary>A kernel for OpenCL's: OpenCL C 1.2.</summary>
    /// <param name="kernel">The kernel's name.</param>
    public static byte[] OpenCl(string kernel) => Read(kernel + ".cl");

    private static byte[] Read(string file)
    {
        using Stream stream = typeof(KernelText).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new ArgumentException($"There is no kernel {file}; run the kernel generator.", nameof(file));
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
