// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace modelscribe {

class ElidedLabel;
class IconButton;

//! What stands around the editor of one field: its label, the reset button, the bar of a
//! change, the message of a problem. Forms place it with nothing but the editor in its layout.
class FieldFrame : public QWidget
{
    Q_OBJECT
    //! The distance of the bar from the left edge: 0 at the edge of a pane, more inside.
    Q_PROPERTY(int barOffset READ barOffset WRITE setBarOffset)

public:
    static constexpr int indent = 16; //!< From the left edge to the editor.

    enum class Severity { Error, Warning };

    explicit FieldFrame(QWidget *parent = nullptr);

    //! Names \p editor and all around it after \p key ("label_<key>") and \p label.
    void setUp(const QString &key, const QString &label, QWidget &editor);

    //! Puts \p tool at the right end of the line of the label.
    void addTool(QWidget &tool);

    //! The label in another language.
    void setName(const QString &label);

    int barOffset() const { return m_barOffset; }
    void setBarOffset(int offset) { m_barOffset = offset; }

    bool isChanged() const { return m_changed; }
    //! \p original: what reset brings back, for the tool tip.
    void setChanged(bool changed, const QString &original);
    void setResettable(bool resettable);
    //! The message below the editor; an empty one goes.
    void setProblem(const QString &text, Severity severity);
    QString problemText() const;

public slots:
    //! What the button does, and a key, see EditorPane::resetField().
    void reset();

signals:
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();
    void refresh();

    QString m_name;
    QString m_original;
    QWidget *m_editor = nullptr;
    ElidedLabel *m_label = nullptr;
    QLabel *m_problem = nullptr;
    IconButton *m_reset = nullptr;
    QHBoxLayout *m_header = nullptr;
    int m_barOffset = 0;
    bool m_changed = false;
    bool m_resettable = true;
};

} // namespace modelscribe
