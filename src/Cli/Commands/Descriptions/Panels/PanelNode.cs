using FaceFusion.Host.Description;

namespace FaceFusion.Cli.Commands.Descriptions.Panels;

/// <summary>A parameter's place in a panel, with what lies in it where it is a group.</summary>
/// <param name="Param">The parameter.</param>
/// <param name="Children">What lies in the group, in order of definition.</param>
internal sealed record PanelNode(ParamDescription Param, IReadOnlyList<PanelNode> Children);
