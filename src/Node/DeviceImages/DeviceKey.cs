namespace FaceFusion.Node.DeviceImages;

/// <summary>The order in which a host has things done on a card.</summary>
/// <param name="IsCuda">Whether it is CUDA's; else OpenCL's.</param>
/// <param name="Context">The host's CUDA context; 0 for OpenCL, whose queue knows it.</param>
/// <param name="Order">CUDA's stream, 0 for the context's own; OpenCL's queue.</param>
internal readonly record struct DeviceKey(bool IsCuda, nint Context, nint Order);
