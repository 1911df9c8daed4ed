using FaceFusion.Host.Messages;
using FaceFusion.Host.Properties;

namespace FaceFusion.Host.Effects;

/// <summary>What suites know of an effect handle: a descriptor being described, or an instance.</summary>
internal interface IEffect
{
    /// <summary>The effect's properties.</summary>
    PropertyBag Properties { get; }

    /// <summary>The effect's parameter set.</summary>
    ParamSet ParamSet { get; }

    /// <summary>Where the effect's messages go.</summary>
    MessageLog Messages { get; }
}
