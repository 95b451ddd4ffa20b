// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/membership.h"

#include <algorithm>
#include <array>

namespace modelscribe::membership {

namespace {

constexpr std::array everyone = {
    Member{u"1001", u"local", u"local"},
    Member{u"1002", u"lin.yue", u"林悦"},
};

constexpr std::array ownerRules = {
    Rule{u"PaiModel:ListModels", u"ANY", u"ANY"},
    Rule{u"PaiModel:ListAllModels", u"ANY", u"ANY"},
    Rule{u"PaiModel:GetModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:CreateModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:UpdateModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:DeleteModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:PublishModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:CreateModelLabels", u"ANY", u"ANY"},
    Rule{u"PaiModel:DeleteModelLabels", u"ANY", u"ANY"},
    Rule{u"PaiModel:CreateModelVersion", u"ANY", u"ANY"},
    Rule{u"PaiModel:UpdateModelVersion", u"ANY", u"ANY"},
    Rule{u"PaiModel:DeleteModelVersion", u"ANY", u"ANY"},
    Rule{u"PaiModel:CreateModelVersionLabels", u"ANY", u"ANY"},
    Rule{u"PaiModel:DeleteModelVersionLabels", u"ANY", u"ANY"},
};

constexpr std::array developerRules = {
    Rule{u"PaiModel:ListModels", u"ANY", u"ANY"},
    Rule{u"PaiModel:GetModel", u"PUBLIC", u"ANY"},
    Rule{u"PaiModel:GetModel", u"PRIVATE", u"CREATOR"},
    Rule{u"PaiModel:CreateModel", u"ANY", u"ANY"},
    Rule{u"PaiModel:UpdateModel", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:DeleteModel", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:CreateModelLabels", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:DeleteModelLabels", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:CreateModelVersion", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:UpdateModelVersion", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:DeleteModelVersion", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:CreateModelVersionLabels", u"ANY", u"CREATOR"},
    Rule{u"PaiModel:DeleteModelVersionLabels", u"ANY", u"CREATOR"},
};

} // namespace

std::span<const Member> members() { return everyone; }

Role roleOf(QStringView userId, QStringView workspaceCreator)
{
    return userId == workspaceCreator ? Role::Owner : Role::Developer;
}

QStringView nameOf(Role role)
{
    return role == Role::Owner ? u"PAI.WorkspaceOwner" : QStringView(u"PAI.AlgoDeveloper");
}

std::span<const Rule> rulesOf(Role role)
{
    return role == Role::Owner ? std::span<const Rule>(ownerRules)
                               : std::span<const Rule>(developerRules);
}

bool mayDo(Role role, QStringView code, QStringView accessibility, bool isCreator)
{
    return std::ranges::any_of(rulesOf(role), [&](const Rule &rule) {
        return code.compare(rule.code, Qt::CaseInsensitive) == 0
               && (rule.accessibility == u"ANY" || accessibility.isEmpty()
                   || accessibility == rule.accessibility)
               && (rule.access == u"ANY" || isCreator);
    });
}

} // namespace modelscribe::membership
