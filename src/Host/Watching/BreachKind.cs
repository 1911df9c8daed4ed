namespace FaceFusion.Host.Watching;

/// <summary>Ways in which a plug-in uses the host's suites wrongly.</summary>
public enum BreachKind
{
    /// <summary>A property written that the set doesn't have.</summary>
    UnknownProperty,

    /// <summary>A property read or written as another type than its own.</summary>
    WrongType,

    /// <summary>An element written beyond a property's dimension.</summary>
    BadIndex,

    /// <summary>A property written that is the host's to write.</summary>
    ReadOnlyProperty,

    /// <summary>A handle that is none, or not any more, or of another kind.</summary>
    BadHandle,

    /// <summary>A null pointer where the API asks for text or an address.</summary>
    NullArgument,

    /// <summary>A parameter defined under a name that is taken, or of no type that there is.</summary>
    ParamDefinition,

    /// <summary>A parameter type that this host doesn't have.</summary>
    UnsupportedParam,

    /// <summary>A clip defined under a name that is taken.</summary>
    ClipDefinition,

    /// <summary>A clip asked for while describing.</summary>
    ClipInDescribe,

    /// <summary>A parameter asked for that was never defined.</summary>
    UnknownParam,

    /// <summary>A parameter written in an action that hosts may send on a render thread.</summary>
    ParamWrite,

    /// <summary>A parameter written while the instance is being created.</summary>
    ParamWriteInCreate,

    /// <summary>A form wanted of a clip that the plug-in or the host doesn't have.</summary>
    ClipPreference,

    /// <summary>An image given back that isn't out.</summary>
    ImageRelease,

    /// <summary>Memory freed that wasn't allocated.</summary>
    MemoryFree,
}
