using System.Runtime.InteropServices;

namespace FaceFusion.Inference.Native;

/// <summary>What Vulkan, which WebGPU stands on outside Windows and macOS, would run on.</summary>
internal static unsafe class VulkanDevices
{
    // Of vulkan_core.h.
    private const int InstanceCreateInfo = 1;
    private const uint TypeProcessor = 4;
    private const int TypeOffset = 16, PropertiesBytes = 824, MostDevices = 16;

    private static readonly Lazy<bool> Found = new(Look);

    /// <summary>Whether this machine has a graphics card behind WebGPU, not software alone; true where it doesn't stand on Vulkan. Asked once.</summary>
    public static bool HaveCard => Found.Value;

    private static bool Look()
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return true;
        if (!NativeLibrary.TryLoad("libvulkan.so.1", out nint library)
            || !NativeLibrary.TryGetExport(library, "vkCreateInstance", out nint create) || !NativeLibrary.TryGetExport(library, "vkDestroyInstance", out nint destroy)
            || !NativeLibrary.TryGetExport(library, "vkEnumeratePhysicalDevices", out nint enumerate)
            || !NativeLibrary.TryGetExport(library, "vkGetPhysicalDeviceProperties", out nint describe))
        {
            return false;
        }

        // VkInstanceCreateInfo without application, layers and extensions: its type, and 56 bytes of zeros.
        long* information = stackalloc long[8];
        new Span<long>(information, 8).Clear();
        *(int*)information = InstanceCreateInfo;
        nint instance;
        if (((delegate* unmanaged<void*, void*, nint*, int>)create)(information, null, &instance) != 0)
            return false;

        nint* devices = stackalloc nint[MostDevices];
        uint count = MostDevices;
        byte* properties = stackalloc byte[PropertiesBytes];
        bool found = false;
        if (((delegate* unmanaged<nint, uint*, nint*, int>)enumerate)(instance, &count, devices) >= 0)
        {
            for (uint i = 0; i < count; i++)
            {
                ((delegate* unmanaged<nint, byte*, void>)describe)(devices[i], properties);
                found |= *(uint*)(properties + TypeOffset) != TypeProcessor;
            }
        }

        ((delegate* unmanaged<nint, void*, void>)destroy)(instance, null);
        return found;
    }
}
