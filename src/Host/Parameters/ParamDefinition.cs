using FaceFusion.Host.Properties;

namespace FaceFusion.Host.Parameters;

/// <summary>A parameter as a plug-in defined it.</summary>
/// <param name="Name">Unique name in the effect.</param>
/// <param name="Type">A <c>kOfxParamType…</c>.</param>
/// <param name="Shape">What its value consists of.</param>
/// <param name="Properties">What the plug-in said of it.</param>
internal sealed record ParamDefinition(string Name, string Type, ParamShape Shape, PropertyBag Properties);
