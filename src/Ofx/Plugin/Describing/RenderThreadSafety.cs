namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>How concurrently a host may call render.</summary>
public enum RenderThreadSafety
{
    /// <summary>One render at a time in the whole process.</summary>
    Unsafe,

    /// <summary>One render at a time per instance.</summary>
    InstanceSafe,

    /// <summary>Any number of renders of any instance.</summary>
    FullySafe,
}
