using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

namespace FaceFusion.Node.DeviceImages;

/// <summary>
/// The process's devices, one for each render that is under way in a host's stream or queue: what they loaded is kept for
/// the next frame.
/// </summary>
internal static class DevicePool
{
    private const int MostIdle = 8;

    private static readonly Lock Gate = new();

    // The least recently used first.
    private static readonly List<(DeviceKey Key, KernelDevice Device)> Idle = [];

    /// <summary>How many wait for a frame.</summary>
    public static int Count
    {
        get
        {
            lock (Gate)
                return Idle.Count;
        }
    }

    /// <summary>A device for one render. To be called where the host's context is current.</summary>
    /// <param name="key">The host's order.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static KernelDevice Rent(DeviceKey key)
    {
        lock (Gate)
        {
            int found = Idle.FindLastIndex(idle => idle.Key == key);
            if (found >= 0)
            {
                KernelDevice known = Idle[found].Device;
                Idle.RemoveAt(found);
                return known;
            }
        }

        if (!key.IsCuda)
            return OpenClDevice.OfQueue(key.Order);
        CudaDevice device = CudaDevice.OfCurrentContext();
        device.Stream = key.Order;
        return device;
    }

    /// <summary>Takes a device back that did what was asked of it.</summary>
    /// <param name="key">The host's order.</param>
    /// <param name="device">The device.</param>
    public static void Return(DeviceKey key, KernelDevice device)
    {
        KernelDevice? oldest = null;
        lock (Gate)
        {
            Idle.Add((key, device));
            if (Idle.Count > MostIdle)
            {
                oldest = Idle[0].Device;
                Idle.RemoveAt(0);
            }
        }

        if (oldest is not null)
            Forget(oldest);
    }

    // The host may have destroyed its context: there is nothing to give back then.
    private static void Forget(KernelDevice device)
    {
        try
        {
            device.Dispose();
        }
        catch (DeviceException)
        {
            // What was the context's went with it.
        }
    }

    /// <summary>
    /// Gives up a device that failed, and all that share its context, whose kernels may be broken or another's by now: hosts make
    /// contexts where destroyed ones were.
    /// </summary>
    /// <param name="key">The host's order.</param>
    /// <param name="device">The device.</param>
    public static void Fail(DeviceKey key, KernelDevice device)
    {
        Forget(device);
        Forget(idle => idle.IsCuda == key.IsCuda && idle.Context == key.Context);
    }

    /// <summary>Gives back what no render holds.</summary>
    public static void Purge() => Forget(_ => true);

    private static void Forget(Predicate<DeviceKey> which)
    {
        (DeviceKey Key, KernelDevice Device)[] all;
        lock (Gate)
        {
            all = [.. Idle.Where(idle => which(idle.Key))];
            Idle.RemoveAll(idle => which(idle.Key));
        }

        foreach ((_, KernelDevice device) in all)
            Forget(device);
    }
}
