namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>Who changed something.</summary>
public enum ChangeReason
{
    /// <summary>The artist.</summary>
    UserEdited,

    /// <summary>The plug-in, or the host while it loads a project: the headers contradict each other.</summary>
    PluginEdited,

    /// <summary>The time line moved.</summary>
    Time,
}
