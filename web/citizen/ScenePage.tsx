import { useState } from 'react';
import { Shape } from '../kit/Status';
import { Radios } from '../kit/fields/choices';
import type { PublicScene } from './Report';
import { StepFrame, type StepProps } from './StepFrame';

export function ScenePage({
  scenes,
  chosen,
  onChoose,
  onNext,
  ...step
}: StepProps & {
  scenes: PublicScene[];
  chosen: string;
  onChoose: (name: string) => void;
  onNext: () => void;
}) {
  const [missing, setMissing] = useState(false);
  const next = () => {
    setMissing(!chosen);
    if (chosen) onNext();
  };
  return (
    <StepFrame
      {...step}
      title="您要说的是哪一类事？"
      why="拿不准就选最像的，派错了我们会转，不用您再说一遍。"
      next="下一问"
      onNext={next}
    >
      <div className={`field ${missing ? 'bad' : ''}`}>
        <span className="sr" id="scene-label">
          哪一类事
        </span>
        <Radios
          id="scene"
          labelledBy="scene-label"
          value={chosen}
          invalid={missing}
          onChange={onChoose}
          describedBy={missing ? 'scene-fault' : undefined}
          options={scenes.map((scene) => ({
            value: scene.name,
            title: scene.title,
            ...(scene.about ? { note: scene.about } : {}),
          }))}
        />
        {missing && (
          <div className="fault" id="scene-fault" role="alert">
            <Shape tone="red" />
            <span>请选一类，再往下</span>
          </div>
        )}
      </div>
    </StepFrame>
  );
}
